import type { CardRefusal, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { connect } from "./Connection.js"
import { type EportClientOptions, settings } from "./EportClientOptions.js"
import * as Request from "./Request.js"
import { unavailable } from "./Response.js"

/** Whether control, reader and card are there: the card's session is opened and closed again, without a PIN and without a signature. */
export const probe = (options: EportClientOptions): Effect.Effect<void, CardRefusal | Unavailable> =>
  Effect.gen(function* () {
    const configured = yield* settings(options)
    const { call } = yield* connect(configured)
    yield* call(Request.open)
  }).pipe(
    Effect.scoped,
    Effect.timeoutFail({
      duration: options.deadline ?? "8 seconds",
      onTimeout: () => unavailable("no answer in time")
    })
  )
