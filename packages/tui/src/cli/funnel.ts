import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import { padded } from "../safeText.js"
import { en } from "../screens/funnel/en.js"
import { type Counts, counted, levels, methods, nobody, reasons } from "../screens/funnel/model.js"
import { zhCN } from "../screens/funnel/zhCN.js"
import { accountWords } from "../text/accounts/index.js"
import type { Words } from "../text/Words.js"

const PAGE = 500

/** Everybody is counted page by page, so that only the numbers are kept. */
const countAll = Effect.gen(function* () {
  const { Actor, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
  const door = yield* SingleWindow
  const viewer = Actor.Staff({ name: staffName(), role: "viewer" })
  let counts: Counts = nobody
  let after: string | undefined
  do {
    const from = after === undefined ? {} : { after }
    const page = yield* door.ask(viewer, "FindAccounts", { limit: PAGE, ...from })
    counts = page.accounts.reduce(counted, counts)
    after = page.next
  } while (after !== undefined)
  return counts
})

const show = Effect.gen(function* () {
  const output = yield* Output
  const { language } = yield* Settings
  const counts = yield* withDoor("existing", countAll)
  yield* output.json(counts)
  const words = { zh: zhCN, en }[language]
  const names = accountWords[language]
  const lines: ReadonlyArray<readonly [string, number]> = [
    ...(["all", "complete", "begun", "certified"] as const).map((step) => [words.steps[step], counts[step]] as const),
    ...levels.map((level) => [`${words.levels}: ${names.level[level]}`, counts.levels[level]] as const),
    ...reasons.map((reason) => [words.reasons[reason], counts.stuck[reason]] as const),
    ...methods.map((method) => [names.method[method], counts.methods[method]] as const)
  ]
  for (const [label, number] of lines) yield* output.line(`${padded(label, 28)}${String(number).padStart(10)}`)
})

export const funnel = ({ funnel: words }: Words) =>
  Command.make("funnel", {}, () => show).pipe(Command.withDescription(words.summary))
