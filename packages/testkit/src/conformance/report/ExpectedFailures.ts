import * as Data from "effect/Data"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { decodeAt, unknown } from "../../scenario/issues.js"
import { type Problem, problemSentence } from "../../scenario/ScenarioInvalid.js"
import { readSource } from "../../scenario/Source.js"
import { caseNames, ports } from "./suites.js"

const day = Schema.String.pipe(
  Schema.filter(
    (text) =>
      (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true) ||
      "a day is expected, as YYYY-MM-DD"
  )
)
const reason = Schema.String.pipe(Schema.filter((text) => text.trim() !== "" || "a gap needs its reason"))

/** A case that an adapter is known not to keep, and why. */
export const ExpectedFailure = Schema.Struct({
  /** The case's whole name, as a report prints it. */
  case: Schema.String,
  /** Left out, the case's name is meant of every port that has it. */
  port: Schema.optional(Schema.Literal(...ports)),
  reason,
  /** The last day on which the gap is put up with. */
  until: Schema.optional(day)
})
export type ExpectedFailure = typeof ExpectedFailure.Type

/** The file of known gaps cannot be used. */
export class ExpectedFailuresInvalid extends Data.TaggedError("ExpectedFailuresInvalid")<{
  readonly file: string
  readonly problems: ReadonlyArray<Problem>
}> {
  /** Every mistake as FILE:LINE:COLUMN: sentence. */
  readonly lines = (language: "zh" | "en"): ReadonlyArray<string> =>
    this.problems.map(
      (problem) => `${this.file}:${problem.line}:${problem.column}: ${problemSentence(problem, language)}`
    )

  override get message() {
    return this.lines("en").join("\n")
  }
}

const List = Schema.Array(ExpectedFailure)

/** Reads a list of known gaps from YAML or JSON; a case that no suite has is refused, since it would excuse nothing. */
export const parse = (
  text: string,
  file: string
): Either.Either<ReadonlyArray<ExpectedFailure>, ExpectedFailuresInvalid> => {
  const source = readSource(text)
  const refuse = (problems: ReadonlyArray<Problem>) => Either.left(new ExpectedFailuresInvalid({ file, problems }))
  if (source.errors.length > 0) return refuse(source.errors)
  const { value, problems } = decodeAt<ReadonlyArray<ExpectedFailure>, unknown>(
    List as never,
    source.data ?? [],
    [],
    source
  )
  if (value === undefined) return refuse([...problems].sort((a, b) => a.line - b.line || a.column - b.column))
  const strange = value.flatMap(({ case: name, port }, index) => {
    const known = caseNames(port)
    return known.includes(name) ? [] : [unknown("case", name, known, [index, "case"], source)]
  })
  return strange.length > 0 ? refuse(strange) : Either.right(value)
}

/** What is declared of a case, whether or not its day has passed. */
export const declared = (
  expected: ReadonlyArray<ExpectedFailure>,
  port: string,
  name: string
): ExpectedFailure | undefined =>
  expected.find((one) => one.case === name && (one.port === undefined || one.port === port))

/** What excuses a case on a day, YYYY-MM-DD. */
export const inForce = (
  expected: ReadonlyArray<ExpectedFailure>,
  port: string,
  name: string,
  today: string
): ExpectedFailure | undefined => {
  const found = declared(expected, port, name)
  return found?.until !== undefined && found.until < today ? undefined : found
}
