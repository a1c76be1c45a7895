import { Limited, type PortName, Unavailable, Verdict } from "@single-window/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"

/** Verdicts in the words of a scenario file. */
export const verdictWords = [
  "match",
  "mismatch",
  "no-record",
  "mismatch-or-no-record",
  "not-supported",
  "unusable",
  "unavailable",
  "limited"
] as const
export type VerdictWord = (typeof verdictWords)[number]

/** A word that the port cannot give, from a program that no compiler looked at: it would pass for an outage, or for an answer. */
export class ScriptNotPossible extends Data.TaggedError("ScriptNotPossible")<{
  readonly port: string
  readonly answer: string
  readonly words: ReadonlyArray<string>
}> {
  override get message() {
    return `mock ${this.port}: a script cannot say ${this.answer}; it can say ${this.words.join(", ")}`
  }
}

/** The word, if a script of this port can say it; thrown otherwise, before anything is asked. */
export const knownWord = <Word extends string>(port: PortName, answer: Word, words: ReadonlyArray<Word>): Word => {
  if (words.includes(answer)) return answer
  throw new ScriptNotPossible({ port, answer: JSON.stringify(answer), words })
}

/** What a subject's state is called when a script only says that it is unusable. */
const unusableState: Partial<Record<PortName, string>> = {
  registry: "revoked",
  "id-card": "lost",
  "bank-card": "frozen"
}

/** The verdict that a word stands for; `undefined` for a word that is an error, or that only some ports know. */
export const verdictOf = (port: PortName, word: string): Verdict | undefined => {
  switch (word) {
    case "match":
      return Verdict.Match()
    case "mismatch":
      return Verdict.Mismatch({})
    case "no-record":
      return Verdict.NoRecord()
    case "mismatch-or-no-record":
      return Verdict.MismatchOrNoRecord()
    case "not-supported":
      return Verdict.NotSupported()
    case "unusable":
      return Verdict.Unusable({ state: unusableState[port] ?? "unusable" })
    default:
      return undefined
  }
}

/** One answer of a script: a word, or the very effect that the port shall run. */
export type ScriptedVerdict = VerdictWord | Effect.Effect<Verdict, Limited | Unavailable>

/** A word as the answer of a port that gives verdicts. */
export const verdictEffect = (
  port: PortName,
  answer: ScriptedVerdict
): Effect.Effect<Verdict, Limited | Unavailable> => {
  if (Effect.isEffect(answer)) return answer
  const word = knownWord(port, answer, verdictWords)
  if (word === "limited") return Effect.fail(new Limited({ port }))
  const verdict = verdictOf(port, word)
  return verdict === undefined ? Effect.fail(new Unavailable({ port, detail: "scripted" })) : Effect.succeed(verdict)
}

/** Answers in order, whatever is asked; a question too many is a defect, since a test then does not know its own story. */
export const scripted = <Question, A, E>(port: string, answers: ReadonlyArray<Effect.Effect<A, E>>) =>
  Effect.map(Ref.make<ReadonlyArray<Question>>([]), (asked) => ({
    asked: Ref.get(asked),
    answer: (question: Question): Effect.Effect<A, E> =>
      Effect.flatMap(
        Ref.getAndUpdate(asked, (questions) => [...questions, question]),
        ({ length }) =>
          answers[length] ??
          Effect.dieMessage(
            `mock ${port}: question ${length + 1} has no answer in the script, which has ${answers.length}`
          )
      )
  }))

/** The same for a port that gives verdicts. */
export const scriptedVerdicts = <Question>(port: PortName, answers: ReadonlyArray<ScriptedVerdict>) =>
  scripted<Question, Verdict, Limited | Unavailable>(
    port,
    answers.map((answer) => verdictEffect(port, answer))
  )
