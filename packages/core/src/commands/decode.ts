import * as Either from "effect/Either"
import { ArrayFormatter } from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import { type CommandName, commandNames, type InputOf, registry } from "./registry.js"

const problemOf = (tag: string, message: string): string => {
  switch (tag) {
    case "Missing":
      return "missing"
    case "Unexpected":
      return "unknown-field"
    default:
      // A filter's message is a problem code of ours; anything else is a schema's prose about a wrong type.
      return /^[a-z][a-z-]*$/.test(message) ? message : "type"
  }
}

/** Decodes a value from outside; the first thing that is wrong becomes a refusal that names the field and never its value. */
export const decodeFields = <A, I>(schema: Schema.Schema<A, I>, given: unknown): Either.Either<A, FieldInvalid> =>
  Either.mapLeft(Schema.decodeUnknownEither(schema, { onExcessProperty: "error" })(given), (error) => {
    const [issue] = ArrayFormatter.formatErrorSync(error)
    return new FieldInvalid({
      field: issue === undefined || issue.path.length === 0 ? "with" : issue.path.map(String).join("."),
      problem: issue === undefined ? "type" : problemOf(issue._tag, issue.message)
    })
  })

export const decodeCommandName = (name: string): Either.Either<CommandName, FieldInvalid> => {
  const known = commandNames.find((candidate) => candidate === name)
  return known === undefined ? Either.left(new FieldInvalid({ field: "do", problem: "unknown" })) : Either.right(known)
}

export const decodeInput = <N extends CommandName>(name: N, given: unknown): Either.Either<InputOf<N>, FieldInvalid> =>
  decodeFields(registry[name].input as unknown as Schema.Schema<InputOf<N>, unknown>, given)
