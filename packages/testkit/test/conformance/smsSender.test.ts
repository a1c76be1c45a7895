import { SmsSender, Unavailable } from "@single-window/core"
import { Effect, Redacted } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

const { WorldSamples } = Conformance

type Sms = SmsSender["Type"]["sendCode"]
const sms = (spoil: (good: Sms) => Sms) => spoiled(SmsSender, ({ sendCode }) => ({ sendCode: spoil(sendCode) }))

provesItCanFail("SmsSender", Conformance.SmsSenderConformance.cases(WorldSamples.smsSender), [
  {
    defect: "every message is sent twice",
    caughtBy: "MUST send once for each time it is asked",
    layer: sms((good) => (message) => Effect.zipRight(good(message), good(message)))
  },
  {
    defect: "a message that looks like the last one is dropped",
    caughtBy: "MUST send once for each time it is asked",
    layer: sms((good) => {
      let last = ""
      return (message) =>
        Effect.suspend(() => {
          const code = Redacted.value(message.code)
          if (code === last) return Effect.void
          last = code
          return good(message)
        })
    })
  },
  {
    defect: "the code is sent as a number",
    caughtBy: "MUST send the very code, leading zeros kept, to the number that was given and to no other",
    layer: sms(
      (good) => (message) => good({ ...message, code: Redacted.make(String(Number(Redacted.value(message.code)))) })
    )
  },
  {
    defect: "all messages go to one number",
    caughtBy: "MUST send the very code, leading zeros kept, to the number that was given and to no other",
    layer: sms((good) => (message) => good({ ...message, mobile: WorldSamples.smsSender.mobiles[1] }))
  },
  {
    defect: "messages at once share one variable",
    caughtBy: "MUST NOT mix up messages that are sent at once",
    layer: sms((good) => {
      let mobile = ""
      return (message) =>
        Effect.sync(() => {
          mobile = message.mobile
        }).pipe(
          Effect.zipRight(Effect.yieldNow()),
          Effect.flatMap(() => good({ ...message, mobile }))
        )
    })
  },
  {
    defect: "a message that failed is sent again by itself",
    caughtBy: "MUST fail with Unavailable when the gateway cannot be reached, and MUST NOT send later by itself",
    layer: sms((good) => (message) => Effect.tapError(good(message), () => Effect.ignore(good(message))))
  },
  {
    defect: "a message that failed counts as sent",
    caughtBy: "MUST fail with Unavailable when the gateway cannot be reached, and MUST NOT send later by itself",
    layer: sms((good) => (message) => Effect.ignore(good(message)))
  },
  {
    defect: "after one failure nothing is sent any more",
    breaks: true,
    caughtBy: "MUST send again once the gateway is back",
    layer: sms((good) => {
      let broken = false
      return (message) =>
        Effect.suspend(() => (broken ? Effect.fail(new Unavailable({ port: "sms" })) : good(message))).pipe(
          Effect.tapError(() =>
            Effect.sync(() => {
              broken = true
            })
          )
        )
    })
  },
  {
    defect: "a message over the quota counts as sent",
    caughtBy: "MUST fail with Limited or Unavailable when the gateway turns it away for its quota",
    layer: sms((good) => (message) => Effect.catchTag(good(message), "Limited", () => Effect.void))
  }
])
