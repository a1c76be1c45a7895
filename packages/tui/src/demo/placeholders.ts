import { type Actor, type Refusal, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"
import type { MockOutside } from "./MockOutside.js"

/** Nothing in the world could stand for it: no message was sent, no bank was asked. */
export class NothingStandsFor extends Data.TaggedClass("NothingStandsFor")<{ readonly placeholder: string }> {}

const variants = new Set<string>(World.bankReturnVariants)

const isVariant = (name: string): name is World.BankReturnVariant => variants.has(name)

/** The bank that the actor's own account was last sent to, or, for staff, the last one of all. */
const bankRequestOf = ({ state }: MockOutside, actor: Actor) =>
  Effect.map(Ref.get(state.bankRequests), (all) =>
    [...all.values()].findLast((request) => actor._tag !== "AccountHolder" || request.account === actor.account)
  )

const standsFor = (text: string, actor: Actor, mock: MockOutside) =>
  Effect.gen(function* () {
    const nothing = Effect.fail(new NothingStandsFor({ placeholder: text }))
    if (text === "$captcha") {
      const captcha = yield* (yield* SingleWindow).captcha
      return { id: captcha.id, answer: yield* Effect.orElse(mock.runtime.answerCaptcha(captcha.id), () => nothing) }
    }
    if (text === "$sms") {
      const sms = yield* mock.runtime.lastSms()
      return sms === undefined ? yield* nothing : sms.code
    }
    const variant = text === "$bankReturn" ? "right" : text.slice("$bankReturn.".length)
    if (!(text === "$bankReturn" || text.startsWith("$bankReturn.")) || !isVariant(variant)) return text
    const request = yield* bankRequestOf(mock, actor)
    return request === undefined
      ? yield* nothing
      : yield* Effect.orElse(mock.runtime.bankReturn(request.requestId, variant), () => nothing)
  })

/** An input with `$captcha`, `$sms` and `$bankReturn` replaced by what the mock world has for them. */
export const replaced = (
  input: unknown,
  actor: Actor,
  mock: MockOutside
): Effect.Effect<unknown, NothingStandsFor | Refusal, SingleWindow> => {
  if (typeof input === "string") return input.startsWith("$") ? standsFor(input, actor, mock) : Effect.succeed(input)
  if (Array.isArray(input)) return Effect.forEach(input, (item) => replaced(item, actor, mock))
  if (typeof input !== "object" || input === null) return Effect.succeed(input)
  return Effect.map(
    Effect.forEach(Object.entries(input), ([name, value]) =>
      Effect.map(replaced(value, actor, mock), (found) => [name, found] as const)
    ),
    (entries) => Object.fromEntries(entries)
  )
}
