import { createInterface } from "node:readline/promises"
import { Actor, type Language, type Permission, type Refusal, SingleWindow, type StaffRole } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { MockOutside } from "../demo/MockOutside.js"
import { Outside } from "../outside/Outside.js"
import type { Words } from "../text/Words.js"
import type { Acting } from "./actor.js"
import { Usage } from "./Failed.js"

const byPower: ReadonlyArray<StaffRole> = ["viewer", "clerk", "supervisor"]

const insert = (mock: MockOutside | undefined, card: string, { usage }: Words): Effect.Effect<void, Usage> =>
  mock === undefined
    ? Effect.fail(new Usage({ message: usage.cardNeedsWorld }))
    : Effect.catchTag(mock.runtime.insert(card), "NotInWorld", () =>
        Effect.flatMap(mock.runtime.world, ({ cards }) =>
          Effect.fail(new Usage({ message: usage.noSuchCard(card, Object.keys(cards)) }))
        )
      )

/** Who acts: the actor that a host would have after a log-in of its own, or after one with a card. */
export const actorFor = (
  acting: Acting,
  may: Permission,
  card: string | undefined,
  words: Words
): Effect.Effect<Actor, Refusal | Usage, SingleWindow | Outside> =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const { mock } = yield* Outside
    if (card !== undefined) yield* insert(mock, card, words)
    switch (acting._tag) {
      case "User":
        return yield* door.actorFor(acting.username)
      case "Staff":
        return Actor.Staff({
          name: acting.name,
          role: acting.role ?? byPower.find((role) => may[role] !== "no") ?? "viewer"
        })
      case "System":
        return Actor.System({ name: acting.name })
      case "Anonymous":
        return Actor.Anonymous()
      case "Card": {
        if (acting.card !== undefined) yield* insert(mock, acting.card, words)
        const { actor } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        if (mock !== undefined && acting.card !== undefined) {
          yield* card === undefined ? mock.runtime.remove : insert(mock, card, words)
        }
        return actor
      }
    }
  })

const CAPTCHA = "$captcha"

const asksForCaptcha = (input: unknown): input is Readonly<Record<string, unknown>> & { readonly captcha: string } =>
  typeof input === "object" && input !== null && "captcha" in input && input.captcha === CAPTCHA

/** A person at a terminal answers the captcha, since no program may. */
const answered = (question: string) =>
  Effect.promise(async () => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await terminal.question(question)
    terminal.close()
    return answer
  })

/** What was given, with what only the outside can know put in. */
export const inputFor = (
  input: unknown,
  actor: Actor,
  words: Words,
  language: Language
): Effect.Effect<unknown, Refusal | Usage, SingleWindow | Outside> =>
  Effect.gen(function* () {
    const { mock } = yield* Outside
    if (mock !== undefined) {
      const { replaced } = yield* Effect.promise(() => import("../demo/placeholders.js"))
      return yield* Effect.catchTag(replaced(input, actor, mock), "NothingStandsFor", ({ placeholder }) =>
        Effect.fail(new Usage({ message: words.usage.placeholder(placeholder) }))
      )
    }
    if (!asksForCaptcha(input)) return input
    if (process.stdin.isTTY !== true)
      return yield* Effect.fail(new Usage({ message: words.usage.placeholder(CAPTCHA) }))
    const { id, question } = yield* (yield* SingleWindow).captcha
    return { ...input, captcha: { id, answer: yield* answered(words.do.captcha(question[language])) } }
  })
