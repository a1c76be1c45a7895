import type { CardRefusal, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { unavailable } from "./Link.js"
import { type PcscCardOptions, settings } from "./PcscCardOptions.js"
import { select } from "./present.js"
import { connect } from "./Session.js"

/** Whether service, reader and card are there, and the card has the profile's applet: selected, without a PIN and without a signature. */
export const probe = (options: PcscCardOptions): Effect.Effect<void, CardRefusal | Unavailable> =>
  Effect.gen(function* () {
    const { profile } = yield* settings(options)
    yield* select(yield* connect(options.reader), profile)
  }).pipe(
    Effect.scoped,
    Effect.timeoutFail({
      duration: options.deadline ?? "8 seconds",
      onTimeout: () => unavailable("no answer in time")
    })
  )
