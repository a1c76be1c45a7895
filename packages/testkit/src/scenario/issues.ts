import * as ParseResult from "effect/ParseResult"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { nearest } from "./nearest.js"
import type { Problem } from "./ScenarioInvalid.js"
import type { Path, Source } from "./Source.js"

/** What the names at a place are called, by the last word of its path. */
const nouns: Readonly<Record<string, string>> = {
  do: "command",
  refused: "refusal tag",
  port: "port",
  next: "answer",
  remedies: "remedy",
  rules: "rule id"
}

const nounAt = (path: Path): string =>
  nouns[String(path.findLast((part) => typeof part === "string" && !/^\d+$/.test(part)))] ?? "value"

const literalsOf = (ast: AST.AST): ReadonlyArray<string> | undefined => {
  if (AST.isLiteral(ast)) return [String(ast.literal)]
  if (!AST.isUnion(ast)) return undefined
  const all = ast.types.map((type) => (AST.isLiteral(type) ? String(type.literal) : undefined))
  return all.every((literal) => literal !== undefined) ? all : undefined
}

const wrong = (path: Path, source: Source, what: string): Problem => ({
  ...source.place(path),
  path: path.map(String).join("."),
  kind: "wrong",
  what
})

/** The type beneath its encodings. */
const bare = (ast: AST.AST): AST.AST =>
  AST.isTransformation(ast) || AST.isRefinement(ast) ? bare(ast.from) : AST.isSuspend(ast) ? bare(ast.f()) : ast

/** What is expected in place of something of quite another shape, as a writer of YAML calls it. */
const shapeOf = (issue: ParseResult.ParseIssue): string | undefined => {
  if (issue._tag !== "Type") return undefined
  const ast = bare(issue.ast)
  if (AST.isTupleType(ast)) return "a list is expected"
  if (!AST.isTypeLiteral(ast)) return undefined
  const keys = ast.propertySignatures.map(({ name }) => String(name))
  return keys.length === 0
    ? "keys with their values are expected"
    : `keys with their values are expected: ${keys.join(", ")}`
}

const typeProblem = (issue: ParseResult.ParseIssue, path: Path, source: Source): Problem => {
  const shape = shapeOf(issue)
  if (shape !== undefined) return wrong(path, source, shape)
  const text = ParseResult.ArrayFormatter.formatIssueSync(issue)[0]?.message ?? "wrong"
  const quoted = "actual" in issue && typeof issue.actual === "number" && text.startsWith("Expected string")
  return wrong(path, source, quoted ? `text is expected: put ${source.written(path) ?? issue.actual} in quotes` : text)
}

/** Each mistake on its own, in the order of the file, named by where it stands. */
const problemsIn = (
  issue: ParseResult.ParseIssue,
  path: Path,
  keys: ReadonlyArray<string>,
  source: Source
): ReadonlyArray<Problem> => {
  switch (issue._tag) {
    case "Pointer": {
      const here = [...path, ...(Array.isArray(issue.path) ? issue.path : [issue.path as PropertyKey])]
      const name = String(here.at(-1))
      const dotted = here.map(String).join(".")
      if (issue.issue._tag === "Unexpected") {
        const meant = nearest(name, keys)
        return [
          {
            ...source.place(here, "key"),
            path: dotted,
            kind: "unknown",
            what: "key",
            given: name,
            ...(meant === undefined ? {} : { nearest: meant })
          }
        ]
      }
      if (issue.issue._tag === "Missing") {
        return [{ ...source.place(path), path: dotted, kind: "missing", what: name }]
      }
      return problemsIn(issue.issue, here, keys, source)
    }
    case "Composite": {
      const literals = literalsOf(issue.ast)
      if (literals !== undefined) return [unknownName(issue.actual, literals, path, source)]
      const inner = Array.isArray(issue.issues) ? issue.issues : [issue.issues]
      if (AST.isUnion(issue.ast)) {
        // The member that got furthest is the one that was meant.
        const each = inner.map((one) => problemsIn(one, path, keys, source))
        const depth = (found: ReadonlyArray<Problem>) => Math.max(...found.map((one) => one.path.split(".").length))
        return each.sort((a, b) => depth(b) - depth(a))[0] ?? []
      }
      const own = AST.isTypeLiteral(issue.ast) ? issue.ast.propertySignatures.map(({ name }) => String(name)) : keys
      return inner.flatMap((one) => problemsIn(one, path, own, source))
    }
    case "Refinement":
    case "Transformation":
      return issue.kind === "Predicate"
        ? [typeProblem(issue, path, source)]
        : problemsIn(issue.issue, path, keys, source)
    case "Type": {
      const literals = literalsOf(issue.ast)
      return literals === undefined
        ? [typeProblem(issue, path, source)]
        : [unknownName(issue.actual, literals, path, source)]
    }
    default:
      return [typeProblem(issue, path, source)]
  }
}

const besideTheTag = "only the tag is expected here; facts, remedies and message are keys of the step, beside it"

const unknownName = (actual: unknown, names: ReadonlyArray<string>, path: Path, source: Source): Problem =>
  typeof actual === "string"
    ? unknown(nounAt(path), actual, names, path, source)
    : path.at(-1) === "refused"
      ? wrong(path, source, besideTheTag)
      : wrong(path, source, `one of ${names.slice(0, 6).join(", ")}${names.length > 6 ? ", …" : ""} is expected`)

/** A name that nothing has. */
export const unknown = (what: string, given: string, names: Iterable<string>, path: Path, source: Source): Problem => {
  const meant = nearest(given, names)
  return {
    ...source.place(path),
    path: path.map(String).join("."),
    kind: "unknown",
    what,
    given,
    ...(meant === undefined ? {} : { nearest: meant })
  }
}

export const contradiction = (path: Path, source: Source, what: string): Problem => ({
  ...wrong(path, source, what),
  kind: "contradiction"
})

/** Decodes a part of the file; the mistakes, each at its place, or the value. */
export const decodeAt = <A, I>(
  schema: Schema.Schema<A, I>,
  data: unknown,
  path: Path,
  source: Source
): { readonly value?: A; readonly problems: ReadonlyArray<Problem> } => {
  const result = ParseResult.decodeUnknownEither(schema, { onExcessProperty: "error", errors: "all" })(data)
  return result._tag === "Right"
    ? { value: result.right, problems: [] }
    : { problems: problemsIn(result.left, path, [], source) }
}
