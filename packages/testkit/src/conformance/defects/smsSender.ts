import { SmsSender, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { cases } from "../cases/smsSender.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

type Sms = SmsSender["Type"]["sendCode"]
const sms = (spoil: (good: Sms) => Sms) => spoiled(SmsSender, ({ sendCode }) => ({ sendCode: spoil(sendCode) }))

export const smsSender = planted("SmsSender", cases(WorldSamples.smsSender), [
  {
    defect: says("每条短信发两遍", "every message is sent twice"),
    caughtBy: ["MUST send once for each time it is asked"],
    layer: sms((good) => (message) => Effect.zipRight(good(message), good(message)))
  },
  {
    defect: says("与上一条相同的短信不发", "a message that looks like the last one is dropped"),
    caughtBy: ["MUST send once for each time it is asked"],
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
    defect: says("验证码按数值发送", "the code is sent as a number"),
    caughtBy: ["MUST send the very code, leading zeros kept, to the number that was given and to no other"],
    layer: sms(
      (good) => (message) => good({ ...message, code: Redacted.make(String(Number(Redacted.value(message.code)))) })
    )
  },
  {
    defect: says("所有短信发到同一号码", "all messages go to one number"),
    caughtBy: ["MUST send the very code, leading zeros kept, to the number that was given and to no other"],
    layer: sms((good) => (message) => good({ ...message, mobile: WorldSamples.smsSender.mobiles[1] }))
  },
  {
    defect: says("同时发送的短信共用一个变量", "messages at once share one variable"),
    caughtBy: ["MUST NOT mix up messages that are sent at once"],
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
    defect: says("发送失败后自行重发", "a message that failed is sent again by itself"),
    caughtBy: ["MUST fail with Unavailable when the gateway cannot be reached, and MUST NOT send later by itself"],
    layer: sms((good) => (message) => Effect.tapError(good(message), () => Effect.ignore(good(message))))
  },
  {
    defect: says("发送失败算作已发送", "a message that failed counts as sent"),
    caughtBy: ["MUST fail with Unavailable when the gateway cannot be reached, and MUST NOT send later by itself"],
    layer: sms((good) => (message) => Effect.ignore(good(message)))
  },
  {
    defect: says("失败一次后不再发送", "after one failure nothing is sent any more"),
    breaks: true,
    caughtBy: ["MUST send again once the gateway is back"],
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
    defect: says("超出配额算作已发送", "a message over the quota counts as sent"),
    caughtBy: ["MUST fail with Limited or Unavailable when the gateway turns it away for its quota"],
    layer: sms((good) => (message) => Effect.catchTag(good(message), "Limited", () => Effect.void))
  }
])
