// docs/simulation.md: written by hand around a run, and what the simulation has names for.
import { World } from "../../packages/testkit/dist/index.js"
import { defects, invariants, places } from "../../packages/testkit/dist/simulate/index.js"
import { reportWords } from "../../packages/testkit/dist/simulate/words.js"
import { quoted } from "./quoted.mjs"
import { bilingual, row, table } from "./table.mjs"

const code = (text) => `\`${text}\``

const tables = {
  invariants: () =>
    table(
      ["编号 Id", "始终成立 What holds"],
      Object.entries(invariants).map(([id, says]) => row(id, bilingual(says)))
    ),
  profiles: () =>
    table(
      ["`--faults`", "情形 What happens"],
      [
        row(code("none"), "只有人自己造成的麻烦<br>Only the trouble that people make themselves"),
        ...World.faultProfiles.map((profile) => row(code(profile), bilingual(World.profileSays[profile])))
      ]
    ),
  places: () =>
    table(
      ["`standing`", "位置 Where"],
      places.map((place) =>
        row(code(place), bilingual({ zh: reportWords.zh.places[place], en: reportWords.en.places[place] }))
      )
    ),
  defects: () =>
    table(
      ["`--plant`", "错误 The mistake"],
      Object.entries(defects).map(([name, { says }]) => row(code(name), says))
    )
}

export const document = () => quoted("simulation", tables)
