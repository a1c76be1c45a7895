import { type Limited, spendsAttempt, type Unavailable, type Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { expect, shown } from "./Violation.js"

/** What a suite has to know about the source behind a verifier. `R` is what its hooks need. */
export interface VerifierSamples<Question, R = never> {
  /** Questions that the source agrees with, each about another subject. */
  readonly match: readonly [Question, Question, ...ReadonlyArray<Question>]
  /** The first matching question with one element changed, for every element there is. */
  readonly mismatch: ReadonlyArray<{ readonly question: Question; readonly element: string }>
  /** Questions put together from two matching subjects. */
  readonly mixed: ReadonlyArray<Question>
  /** About subjects that the source does not know. */
  readonly noRecord?: ReadonlyArray<Question>
  /** About kinds of subjects that the source does not cover. */
  readonly notSupported?: ReadonlyArray<Question>
  /** About subjects whose state rules them out. */
  readonly unusable?: ReadonlyArray<Question>
  /** Breaks the source for the next question. */
  readonly outage?: Effect.Effect<void, unknown, R>
  /** Has the source turn the next question away for its quota. */
  readonly quota?: Effect.Effect<void, unknown, R>
  /** Makes the next answer late; `pass` lets that time go by. */
  readonly late?: { readonly begin: Effect.Effect<void, unknown, R>; readonly pass: Effect.Effect<void, unknown, R> }
  /** How often the source was asked so far. */
  readonly timesAsked?: Effect.Effect<number, unknown, R>
  /** Changes the record: `before` matches until then, `after` from then on. */
  readonly change?: {
    readonly happens: Effect.Effect<void, unknown, R>
    readonly before: Question
    readonly after: Question
  }
}

type Answer = Verdict | Limited | Unavailable
type Ask<Question, Port> = (question: Question) => Effect.Effect<Verdict, Limited | Unavailable, Port>

/** A question by the place that it has among the samples, since what it says is nobody's business in a report. */
interface Named<Question> {
  readonly question: Question
  readonly sample: string
}

const numbered = <Question>(sample: string, questions: ReadonlyArray<Question>): ReadonlyArray<Named<Question>> =>
  questions.map((question, index) => ({ question, sample: `${sample}[${index}]` }))

const tags = (answer: Answer, sample: string, ...allowed: ReadonlyArray<Answer["_tag"]>) =>
  expect(allowed.includes(answer._tag), `${shown(answer)} to ${sample}, in place of ${allowed.join(" or ")}`)

/** What every port that gives verdicts must keep. */
export const verifierCases = <Question, Port, R>(
  ask: Ask<Question, Port>,
  samples: VerifierSamples<Question, R>
): ReadonlyArray<Case<Port | R>> => {
  const answer = (question: Question) => Effect.merge(ask(question))
  const [first, second] = samples.match
  const each = (
    name: Case<unknown>["name"],
    questions: ReadonlyArray<Named<Question>>,
    ...allowed: ReadonlyArray<Answer["_tag"]>
  ): Case<Port | R> => ({
    name,
    run: Effect.forEach(questions, ({ question, sample }) =>
      Effect.flatMap(answer(question), (verdict) => tags(verdict, sample, ...allowed))
    )
  })
  const differing = samples.mismatch.map(({ element, question }) => ({
    question,
    sample: `what differs in ${element}`
  }))
  const wrong = samples.mismatch.map(({ question }) => question)

  return [
    each("MUST answer Match for what is on record", numbered("match", samples.match), "Match"),
    each("MUST NOT answer Match when any one element differs", differing, "Mismatch", "MismatchOrNoRecord"),
    {
      name: "MUST NOT name another element than the one that differs",
      run: Effect.forEach(samples.mismatch, ({ element, question }) =>
        Effect.flatMap(answer(question), (verdict) => {
          const fields = verdict._tag === "Mismatch" ? verdict.fields : undefined
          return expect(
            fields === undefined || fields.every((field) => field === element),
            `${shown(fields)} where ${element} differs`
          )
        })
      )
    },
    {
      name: "MUST NOT answer Match for one subject's name under another's number",
      run: Effect.forEach(numbered("mixed", samples.mixed), ({ question, sample }) =>
        Effect.flatMap(answer(question), (verdict) =>
          expect(verdict._tag !== "Match", `${shown(verdict)} to ${sample}`)
        )
      )
    },
    {
      name: "MUST answer each of many questions at once about its own subject",
      run: Effect.gen(function* () {
        const [one, two] = numbered("match", [first, second]).map((named) => ({ ...named, right: true }))
        const others = differing.map((named) => ({ ...named, right: false }))
        const asked = [one, ...others, two, ...others, one].flatMap((each) => each ?? [])
        const answers = yield* Effect.forEach(asked, ({ question }) => answer(question), { concurrency: "unbounded" })
        for (const [index, verdict] of answers.entries()) {
          const { right, sample } = asked[index] ?? { right: false, sample: "" }
          yield* expect((verdict._tag === "Match") === right, `${shown(verdict)} to ${sample}`)
        }
      })
    },
    ...given(samples.noRecord, (questions) => [
      each(
        "MUST NOT answer Mismatch for a subject it does not know",
        numbered("noRecord", questions),
        "NoRecord",
        "MismatchOrNoRecord"
      )
    ]),
    ...given(samples.notSupported, (questions) => [
      {
        name: "MUST NOT judge a kind of subject that it does not cover",
        run: Effect.forEach(numbered("notSupported", questions), ({ question, sample }) =>
          Effect.flatMap(answer(question), (verdict) =>
            tags(verdict, sample, "NotSupported", "NoRecord", "InvalidInput")
          )
        )
      }
    ]),
    ...given(samples.unusable, (questions) => [
      each(
        "MUST NOT answer Match for a subject whose state rules it out",
        numbered("unusable", questions),
        "Unusable",
        "MismatchOrNoRecord"
      )
    ]),
    ...given(samples.outage, (outage) => [
      {
        name: "MUST fail with Unavailable when the source cannot be asked, right and wrong questions alike",
        run: Effect.forEach([{ question: first, sample: "match[0]" }, ...differing], ({ question, sample }) =>
          Effect.gen(function* () {
            yield* outage
            yield* tags(yield* answer(question), sample, "Unavailable")
          })
        )
      },
      {
        name: "MUST NOT spend the person's attempt on an outage",
        run: Effect.gen(function* () {
          yield* outage
          const verdict = yield* answer(wrong[0] ?? first)
          const spent = verdict._tag !== "Unavailable" && verdict._tag !== "Limited" && spendsAttempt(verdict)
          yield* expect(!spent, shown(verdict))
        })
      },
      {
        name: "MUST answer again once the source is back",
        run: Effect.gen(function* () {
          yield* outage
          yield* answer(first)
          yield* tags(yield* answer(first), "match[0]", "Match")
        })
      }
    ]),
    ...given(samples.quota, (quota) => [
      {
        name: "MUST fail with Limited or Unavailable when the source turns it away for its quota",
        run: Effect.gen(function* () {
          yield* quota
          yield* tags(yield* answer(first), "match[0]", "Limited", "Unavailable")
        })
      }
    ]),
    ...given(samples.late, ({ begin, pass }) => [
      {
        name: "MUST NOT turn a late answer into a no",
        run: Effect.gen(function* () {
          yield* begin
          const fiber = yield* Effect.fork(answer(first))
          yield* Effect.yieldNow()
          yield* pass
          yield* tags(yield* Fiber.join(fiber), "match[0]", "Match", "Unavailable")
        })
      }
    ]),
    ...given(samples.timesAsked, (timesAsked) => [
      {
        name: "MUST NOT ask the source again after a no",
        run: Effect.gen(function* () {
          const before = yield* timesAsked
          yield* answer(wrong[0] ?? first)
          const times = (yield* timesAsked) - before
          yield* expect(times === 1, `the source was asked ${times} times`)
        })
      }
    ]),
    ...given(samples.change, ({ after, before, happens }) => [
      {
        name: "MUST answer by the record as it stands now",
        run: Effect.gen(function* () {
          yield* tags(yield* answer(before), "change.before", "Match")
          yield* happens
          yield* tags(yield* answer(before), "change.before", "Mismatch", "MismatchOrNoRecord", "NoRecord")
          yield* tags(yield* answer(after), "change.after", "Match")
        })
      }
    ])
  ]
}
