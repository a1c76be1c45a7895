import type { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { nearest } from "../../commandLine/nearest.js"
import type { OutsideWords } from "../../text/outsideZhCN.js"
import type { Finding, Mistake, Ready, Told } from "../Ready.js"

/** Where a configuration stands, and what it may be read with. */
export interface Place {
  /** What its file names are relative to. */
  readonly folder: string
  readonly words: OutsideWords
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Asks for a card's PIN where a command carries none, if somebody is there who could be asked. */
  readonly pinPad?: Effect.Effect<Redacted.Redacted, Unavailable> | undefined
}

/** One way to fill a port. */
export interface Source<Id> {
  readonly read: (given: unknown, place: Place) => Either.Either<Ready<Id>, Mistake>
}

interface Making<Id, A, I> {
  readonly schema: Schema.Schema<A, I>
  /** The environment variables that hold its secrets. */
  readonly secrets: ReadonlyArray<string>
  /** What no schema of one field can see. */
  readonly wrong?: (settings: A, place: Place) => Mistake | undefined
  readonly ready: (settings: A, place: Place) => Omit<Ready<Id>, "source">
}

const secretive = /secret|password|credential|accesskey|token|privatekey|signingkey$/i

/** The first thing that is wrong, in the words of whoever wrote the file. What was written is never repeated, for it may be a secret. */
const mistakeOf = (error: ParseResult.ParseError, secrets: ReadonlyArray<string>, words: OutsideWords): Mistake => {
  const issues = ParseResult.ArrayFormatter.formatErrorSync(error)
  const issue = issues.find(({ _tag }) => _tag === "Unexpected") ?? issues[0]
  const path = issue?.path.map(String) ?? []
  const name = path.at(-1) ?? ""
  if (issue?._tag === "Unexpected") {
    const above = path.slice(0, -1)
    if (secrets.length > 0 && secretive.test(name)) return { path: above, why: words.secretInFile(name, secrets) }
    const names = [...issue.message.matchAll(/"([^"]+)"/g)].map(([, found = ""]) => found)
    return { path: above, why: words.unknownField(name, nearest(name, names), names) }
  }
  if (issue?._tag === "Missing") return { path: path.slice(0, -1), why: words.missing(name) }
  return { path, why: (issue?.message ?? "").replace(/, actual .*$/s, "") }
}

export const source = <Id, A, I>(name: string, making: Making<Id, A, I>): Source<Id> => {
  const decode = Schema.decodeUnknownEither(making.schema, { onExcessProperty: "error" })
  return {
    read: (given, place) =>
      Either.gen(function* () {
        const settings = yield* Either.mapLeft(decode(given), (error) => mistakeOf(error, making.secrets, place.words))
        const wrong = making.wrong?.(settings, place)
        if (wrong !== undefined) return yield* Either.left(wrong)
        return { source: name, ...making.ready(settings, place) }
      })
  }
}

/** A port's name and how an examination of its source ended. */
export const finding =
  (check: string) =>
  (status: Finding["status"], message: Told): Finding => ({ check, status, message })

/** An examination that fails is a finding too. */
export const examined = (
  check: string,
  examination: Effect.Effect<ReadonlyArray<Finding>, Unavailable>
): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.catchAll(examination, ({ detail = "" }) => Effect.succeed([finding(check)("failed", () => detail)]))
