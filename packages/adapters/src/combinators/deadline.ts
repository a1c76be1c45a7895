import { Unavailable } from "@single-window/core"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { type Port, through } from "./port.js"

/** Gives up on an answer that is late. The person is told at once, even if what was asked is slow to stop. */
export const withDeadline = <Id, Service extends object>(
  port: Port<Id, Service>,
  deadline: Duration.DurationInput = "8 seconds"
) =>
  through(port, (name) =>
    Effect.succeed(
      (ask) => (question) =>
        Effect.timeoutFail(Effect.disconnect(ask(question)), {
          duration: deadline,
          onTimeout: () => new Unavailable({ port: name, detail: "no answer in time" })
        })
    )
  )
