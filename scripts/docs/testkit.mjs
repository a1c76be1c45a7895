// docs/testkit.md: written by hand around examples/testkit and the faults that a mock world knows.
import { World } from "../../packages/testkit/dist/index.js"
import { quoted } from "./quoted.mjs"
import { bilingual, row, table } from "./table.mjs"

const code = (text) => `\`${text}\``

const tables = {
  answers: () =>
    table(
      ["端口 Port", "可排演的答复 Answers"],
      Object.entries(World.possibleAnswers).map(([port, answers]) => row(code(port), answers.map(code).join(" ")))
    ),
  profiles: () =>
    table(
      ["方案 Profile", "情形 What happens"],
      World.faultProfiles.map((profile) => row(code(profile), bilingual(World.profileSays[profile])))
    )
}

export const document = () => quoted("testkit", tables)
