import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { FoundWrong } from "../../commandLine/Failed.js"
import { Output } from "../../commandLine/Output.js"
import { Settings } from "../../commandLine/Settings.js"
import { withDoor } from "../../commandLine/withDoor.js"
import type { Words } from "../../text/Words.js"

const compare = Effect.gen(function* () {
  const output = yield* Output
  const { words } = yield* Settings
  const { Store } = yield* Effect.promise(() => import("@single-window/core"))
  const report = yield* withDoor(
    "existing",
    Effect.flatMap(Store, (store) => store.rebuild)
  )
  yield* output.json(report)
  yield* output.line(words.journal.rebuilt(report.accounts, report.events, report.differing.length))
  for (const { stream, what } of report.differing) yield* output.line(`${stream}  ${what}`)
  if (!report.equal) return yield* Effect.fail(new FoundWrong())
})

export const rebuild = ({ journal: words }: Words) =>
  Command.make("rebuild", {}, () => compare).pipe(Command.withDescription(words.rebuild))
