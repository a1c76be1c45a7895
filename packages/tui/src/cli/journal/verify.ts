import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { FoundWrong } from "../../commandLine/Failed.js"
import { Output } from "../../commandLine/Output.js"
import { Settings } from "../../commandLine/Settings.js"
import { withDoor } from "../../commandLine/withDoor.js"
import type { Words } from "../../text/Words.js"

const check = Effect.gen(function* () {
  const output = yield* Output
  const { words } = yield* Settings
  const { Store } = yield* Effect.promise(() => import("@single-window/core"))
  const report = yield* withDoor(
    "existing",
    Effect.flatMap(Store, (store) => store.verifyJournal)
  )
  yield* output.json(report)
  const { events, streams, firstBad } = report
  if (firstBad === undefined) return yield* output.line(words.journal.whole(events, streams))
  yield* output.line(words.journal.broken(firstBad.stream, firstBad.version, firstBad.fault))
  return yield* Effect.fail(new FoundWrong())
})

export const verify = ({ journal: words }: Words) =>
  Command.make("verify", {}, () => check).pipe(Command.withDescription(words.verify))
