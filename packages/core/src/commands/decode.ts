import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { ParseIssue } from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import { type CommandName, commandNames, type InputOf, registry } from "./registry.js"

/** A filter's message is a problem code of ours; anything else is prose about a wrong type. */
const isCode = (message: unknown): message is string => typeof message === "string" && /^[a-z][a-z-]*$/.test(message)

const codeOf = (issue: Extract<ParseIssue, { readonly _tag: "Type" }>): string => {
  const annotated = Option.getOrUndefined(AST.getMessageAnnotation(issue.ast))?.(issue)
  return [issue.message, annotated].find(isCode) ?? "type"
}

type Path = ReadonlyArray<PropertyKey>

/** The first thing that is wrong. The library's own formatters would write out the value, which may be long, deep or somebody's number. */
const firstWrong = (issue: ParseIssue, path: Path): { readonly path: Path; readonly problem: string } => {
  switch (issue._tag) {
    case "Pointer":
      return firstWrong(issue.issue, path.concat(issue.path))
    case "Composite": {
      const [first] = [issue.issues].flat()
      return first === undefined ? { path, problem: "type" } : firstWrong(first as ParseIssue, path)
    }
    case "Refinement":
    case "Transformation":
      return firstWrong(issue.issue, path)
    case "Missing":
      return { path, problem: "missing" }
    case "Unexpected":
      return { path, problem: "unknown-field" }
    case "Type":
      return { path, problem: codeOf(issue) }
    case "Forbidden":
      return { path, problem: "type" }
  }
}

/** A place as far as it can be one of ours: a key that somebody made up is repeated only when it could be a field's name. */
const fieldOf = (path: Path): string => {
  const strange = path.findIndex((key) => typeof key !== "number" && !/^[A-Za-z]{1,40}$/.test(String(key)))
  const known = (strange < 0 ? path : path.slice(0, strange)).map(String)
  return known.length === 0 ? "with" : known.join(".")
}

/** Decodes a value from outside; the first thing that is wrong becomes a refusal that names the field and never its value. */
export const decodeFields = <A, I>(schema: Schema.Schema<A, I>, given: unknown): Either.Either<A, FieldInvalid> =>
  Either.mapLeft(Schema.decodeUnknownEither(schema, { onExcessProperty: "error" })(given), ({ issue }) => {
    const { path, problem } = firstWrong(issue, [])
    return new FieldInvalid({ field: fieldOf(path), problem })
  })

export const decodeCommandName = (name: string): Either.Either<CommandName, FieldInvalid> => {
  const known = commandNames.find((candidate) => candidate === name)
  return known === undefined ? Either.left(new FieldInvalid({ field: "do", problem: "unknown" })) : Either.right(known)
}

export const decodeInput = <N extends CommandName>(name: N, given: unknown): Either.Either<InputOf<N>, FieldInvalid> =>
  decodeFields(registry[name].input as unknown as Schema.Schema<InputOf<N>, unknown>, given)
