import type { Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { MockOutside } from "../../demo/MockOutside.js"
import { useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import type { Everything } from "../../Live.js"
import { Outside } from "../../outside/Outside.js"
import { useShell } from "../../terminal/Shell.js"
import type { JourneyWords } from "./zhCN.js"

const KEY = "Ctrl-o"
/** The PIN of the demonstration's cards. No PIN is ever on the screen, but how this one goes can be said. */
const COUNTED = "12345678"

const withMock = <A>(use: (mock: MockOutside) => Effect.Effect<A, Refusal, Everything>) =>
  Effect.flatMap(Outside, ({ mock }) => (mock === undefined ? Effect.succeed(undefined) : use(mock)))

/** The next card of the world after the one that is inserted, the enterprise's own first; none after the last. */
const changeCard = (organizationCode: string) =>
  withMock(({ runtime }) =>
    Effect.gen(function* () {
      const { cards, enterprises } = yield* runtime.world
      const isOwn = (name: string) => enterprises[cards[name]?.enterprise ?? ""]?.organizationCode === organizationCode
      const names = Object.keys(cards)
      const order = [...names.filter(isOwn), ...names.filter((name) => !isOwn(name))]
      const now = yield* runtime.inserted
      const next = order[now === undefined ? 0 : order.indexOf(now) + 1]
      yield* next === undefined ? runtime.remove : Effect.orDie(runtime.insert(next))
      return next === undefined ? undefined : { name: next, counted: cards[next]?.pin === COUNTED }
    })
  )

const ofMockWorld = (label: string, run: () => void, mocked: boolean): ReadonlyArray<Action> =>
  mocked ? [{ id: "mock", keys: [KEY], label, run }] : []

/** In a mock world: puts another card into its reader. */
export const useMockCard = (organizationCode: string, { mock }: JourneyWords): ReadonlyArray<Action> => {
  const { mocked, say } = useShell()
  const { start } = useRun<{ readonly name: string; readonly counted: boolean } | undefined>()
  const change = () =>
    start(changeCard(organizationCode), {
      done: (card) => say(card === undefined ? mock.removed : mock.inserted(card.name, card.counted), "warn")
    })
  return ofMockWorld(mock.card, change, mocked)
}

/** In a mock world: reads the telephone that the last message went to. */
export const useMockSms = ({ mock }: JourneyWords, fill: (code: string) => void): ReadonlyArray<Action> => {
  const { mocked, say } = useShell()
  const { start } = useRun<string | undefined>()
  const read = () =>
    start(
      withMock(({ runtime }) => Effect.map(runtime.lastSms(), (sms) => sms?.code)),
      { done: (code) => (code === undefined ? say(mock.noSms, "warn") : fill(code)) }
    )
  return ofMockWorld(mock.sms, read, mocked)
}

/** In a mock world: somebody signs in at the bank, and the browser comes back with this. */
export const useMockBank = (
  { mock }: JourneyWords,
  returned: (parameters: Readonly<Record<string, string>>) => void
): ReadonlyArray<Action> => {
  const { mocked, say, session } = useShell()
  const { start } = useRun<unknown>()
  const visit = () =>
    start(
      withMock((outside) =>
        Effect.gen(function* () {
          const { replaced } = yield* Effect.promise(() => import("../../demo/placeholders.js"))
          if (session === undefined) return undefined
          return yield* replaced("$bankReturn", session.actor, outside).pipe(
            Effect.catchTag("NothingStandsFor", () => Effect.succeed(undefined))
          )
        })
      ),
      {
        done: (parameters) =>
          parameters === undefined
            ? say(mock.noRequest, "warn")
            : returned(parameters as Readonly<Record<string, string>>)
      }
    )
  return ofMockWorld(mock.bank, visit, mocked)
}
