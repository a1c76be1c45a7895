import { open } from "node:fs/promises"
import { SmsSender, Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

export interface SmsFileOptions {
  readonly path: string
}

/** Its owner alone: the file holds mobile numbers and codes in the clear. */
const OWN = 0o600

const codeOf = (failure: unknown): string =>
  typeof failure === "object" && failure !== null && "code" in failure ? String(failure.code) : "unknown error"

/** Writes each message as one line of JSON to a file in place of sending it. For development only. */
export const layerFile = ({ path }: SmsFileOptions): Layer.Layer<SmsSender> =>
  Layer.succeed(SmsSender, {
    sendCode: ({ code, mobile, validMinutes }) =>
      Effect.flatMap(Clock.currentTimeMillis, (at) =>
        Effect.tryPromise({
          try: async () => {
            const file = await open(path, "a", OWN)
            try {
              // Before anything is in it that others could read.
              await file.chmod(OWN)
              // One write for each line, so that messages sent at once do not run into each other.
              await file.write(`${JSON.stringify({ at, mobile, code: Redacted.value(code), validMinutes })}\n`)
            } finally {
              await file.close()
            }
          },
          catch: (failure) => new Unavailable({ port: "sms", detail: `the file of messages: ${codeOf(failure)}` })
        })
      )
  })
