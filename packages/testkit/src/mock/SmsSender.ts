import { type CodeMessage, Limited, SmsSender, Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Ref from "effect/Ref"
import { lookupIn } from "../world/lookup.js"
import { redacted, WorldState } from "../world/WorldState.js"
import { knownWord, scripted } from "./script.js"

/** Puts each message into the world's inbox, where `lastSms` finds it once it has arrived. */
export const layer: Layer.Layer<SmsSender, never, WorldState> = Layer.effect(
  SmsSender,
  Effect.map(WorldState, (state) => ({
    sendCode: ({ mobile, code, validMinutes }: CodeMessage) =>
      Effect.gen(function* () {
        const word = yield* state.ask("sms", { mobile, code: redacted, validMinutes })
        const { mobiles } = lookupIn(yield* Ref.get(state.world))
        if (!mobiles.has(mobile)) yield* state.refuseUndeclared("sms")
        const sentAt = yield* Clock.currentTimeMillis
        const arrivesAt = sentAt + (word === "late" ? state.smsLateMillis : 0)
        yield* Ref.update(state.messages, (all) => [
          ...all.slice(-999),
          { mobile, code: Redacted.value(code), sentAt, arrivesAt }
        ])
      })
  }))
)

export type ScriptedSend = "sent" | "unavailable" | "limited"

const sendWords: ReadonlyArray<ScriptedSend> = ["sent", "unavailable", "limited"]

const sending = (given: ScriptedSend): Effect.Effect<void, Limited | Unavailable> => {
  const answer = knownWord("sms", given, sendWords)
  if (answer === "sent") return Effect.void
  return Effect.fail(answer === "limited" ? new Limited({ port: "sms" }) : new Unavailable({ port: "sms" }))
}

/** Answers by a script alone, and tells what it was asked; the codes stay redacted as they came. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedSend>) =>
  Effect.map(scripted<CodeMessage, void, Limited | Unavailable>("sms", answers.map(sending)), ({ answer, asked }) => ({
    service: SmsSender.of({ sendCode: answer }),
    asked
  }))

export const script = (...answers: ReadonlyArray<ScriptedSend>): Layer.Layer<SmsSender> =>
  Layer.effect(
    SmsSender,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
