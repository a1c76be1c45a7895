import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { Output } from "../../commandLine/Output.js"
import { withDoor } from "../../commandLine/withDoor.js"
import type { Words } from "../../text/Words.js"

/** One JSON object a line either way: an export is for programs, whoever asks for it. */
const lines = Effect.gen(function* () {
  const output = yield* Output
  const { Store } = yield* Effect.promise(() => import("@single-window/core"))
  yield* withDoor(
    "existing",
    Effect.flatMap(Store, (store) =>
      Stream.runForEach(store.exportJournal, (event) =>
        Effect.zipRight(output.json(event), output.line(JSON.stringify(event)))
      )
    )
  )
})

export const exportLines = ({ journal: words }: Words) =>
  Command.make("export", {}, () => lines).pipe(Command.withDescription(words.export))
