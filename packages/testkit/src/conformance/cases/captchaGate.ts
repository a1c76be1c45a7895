import { type Captcha, CaptchaGate, type Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { expect, shown } from "./Violation.js"

export interface Samples<R = never> {
  /** What a person would answer. */
  readonly solve: (captcha: Captcha) => Effect.Effect<string, unknown, R>
  /** Lets the time go by that a captcha is good for. */
  readonly pass?: Effect.Effect<void, unknown, R>
  /** Breaks the gate for the next call. */
  readonly outage?: Effect.Effect<void, unknown, R>
}

const issue = Effect.flatMap(CaptchaGate, (gate) => gate.issue)
const check = (id: string, answer: string): Effect.Effect<boolean, Unavailable, CaptchaGate> =>
  Effect.flatMap(CaptchaGate, (gate) => gate.check(id, answer))

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<CaptchaGate | R>> => {
  const solved = Effect.gen(function* () {
    const captcha = yield* issue
    return { id: captcha.id, answer: yield* samples.solve(captcha) }
  })
  const accepts = (id: string, answer: string) =>
    Effect.flatMap(check(id, answer), (passed) => expect(passed, "a right answer was turned away"))
  const refuses = (id: string, answer: string, what: string) =>
    Effect.flatMap(check(id, answer), (passed) => expect(!passed, `${what} was accepted`))

  return [
    {
      name: "MUST accept the right answer",
      run: Effect.flatMap(solved, ({ answer, id }) => accepts(id, answer))
    },
    {
      name: "MUST NOT accept a wrong answer",
      run: Effect.gen(function* () {
        for (const wrong of ["", " ", "wrong", "0", "undefined"]) {
          const { answer, id } = yield* solved
          if (wrong !== answer) yield* refuses(id, wrong, shown(wrong))
        }
        const { answer, id } = yield* solved
        yield* refuses(id, `${answer}0`, "a longer answer")
      })
    },
    {
      name: "MUST NOT accept the answer to another captcha",
      run: Effect.gen(function* () {
        const many = yield* Effect.replicateEffect(solved, 6)
        for (const [index, { id, answer }] of many.entries()) {
          const other = many.slice(index + 1).find((one) => one.answer !== answer)
          if (other !== undefined) yield* refuses(id, other.answer, "another captcha's answer")
        }
      })
    },
    {
      name: "MUST NOT accept a captcha twice",
      run: Effect.gen(function* () {
        const { answer, id } = yield* solved
        yield* accepts(id, answer)
        yield* refuses(id, answer, "an answer that was used")
      })
    },
    {
      name: "MUST NOT accept a right answer after a wrong one",
      run: Effect.gen(function* () {
        const { answer, id } = yield* solved
        yield* check(id, `${answer}0`)
        yield* refuses(id, answer, "a second try")
      })
    },
    {
      name: "MUST accept one of many right answers to one captcha at once, and no more",
      run: Effect.gen(function* () {
        const { answer, id } = yield* solved
        const tries = Array.from({ length: 32 }, () => check(id, answer))
        const passed = (yield* Effect.all(tries, { concurrency: "unbounded" })).filter(Boolean).length
        yield* expect(passed === 1, `${passed} were accepted`)
      })
    },
    {
      name: "MUST NOT accept an answer under an identifier that was never given out",
      run: Effect.gen(function* () {
        const { answer, id } = yield* solved
        for (const unknown of ["", `${id}0`, "__proto__", "constructor"])
          yield* refuses(unknown, answer, shown(unknown))
      })
    },
    {
      name: "MUST give each captcha an identifier of its own, a question in both languages, and time to answer",
      run: Effect.gen(function* () {
        const captchas = yield* Effect.replicateEffect(issue, 20)
        yield* expect(new Set(captchas.map(({ id }) => id)).size === 20, "an identifier was given twice")
        for (const { expiresAt, question } of captchas) {
          yield* expect(question.zh.trim() !== "" && question.en.trim() !== "", shown(question))
          yield* expect(Number.isFinite(expiresAt) && expiresAt > 0, `expires at ${expiresAt}`)
        }
      })
    },
    ...given(samples.pass, (pass) => [
      {
        name: "MUST NOT accept the right answer after its time",
        run: Effect.gen(function* () {
          const { answer, id } = yield* solved
          yield* pass
          yield* refuses(id, answer, "an answer that came too late")
        })
      }
    ]),
    ...given(samples.outage, (outage) => [
      {
        name: "MUST fail with Unavailable, and neither pass nor refuse, when it cannot be asked",
        run: Effect.gen(function* () {
          const { answer, id } = yield* solved
          yield* outage
          const said = yield* Effect.either(check(id, answer))
          yield* expect(said._tag === "Left" && said.left._tag === "Unavailable", shown(said))
        })
      }
    ])
  ]
}
