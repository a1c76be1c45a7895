import type { Language } from "@single-window/core"
import * as Context from "effect/Context"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { Words } from "../text/Words.js"
import { Usage } from "./Failed.js"

/** Where accounts are kept. */
export type Database =
  | { readonly kind: "sqlite"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: Redacted.Redacted; readonly place: string }
  | { readonly kind: "memory" }

/** A database that outlives the process. */
export type Kept = Exclude<Database, { readonly kind: "memory" }>

/** As messages name it: never with a password. */
export const nameOf = (database: Kept): string => (database.kind === "sqlite" ? database.path : database.place)

/** Where the files that belong to a database are, without their endings: beside it, or here where it is no file itself. */
export const besideOf = (database: Kept): string =>
  database.kind === "sqlite"
    ? database.path
    : `./single-window-${(database.place.split("/").at(-1) ?? "").replaceAll(/[^\w.-]/g, "_")}`

/** What the global options and the environment say. */
export interface SettingsShape {
  readonly json: boolean
  readonly language: Language
  readonly words: Words
  readonly database: Database
  /** Whether `--db` was given, and not only the environment or nothing. */
  readonly databaseGiven: boolean
  readonly keyFile: string | undefined
  readonly policyFile: string | undefined
  readonly worldFile: string | undefined
  /** The file that says whom to ask, and whether `--config` named it or the environment. */
  readonly configFile: string | undefined
  readonly configGiven: boolean
  /** Whether lines are read and written here, and no screen is drawn. */
  readonly atCommandLine?: boolean
}

export class Settings extends Context.Tag("@single-window/tui/Settings")<Settings, SettingsShape>() {}

const defaultDatabase = "sqlite:./single-window.db"

/** `postgres://user:password@host:port/database?…`; what is shown of it ends before the parameters, which may hold a password too. */
const postgresOf = (given: string, words: Words): Either.Either<Database, Usage> => {
  const url = /^postgres(ql)?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : undefined
  // Behind a stroke that was to be written %2F the rest of a password would be taken for the database's name.
  if (url === undefined || !/^\/[^/@]+$/.test(url.pathname))
    return Either.left(new Usage({ message: words.usage.postgres }))
  const user = url.username === "" ? "" : `${url.username}@`
  return Either.right({
    kind: "postgres",
    url: Redacted.make(given),
    place: `postgres://${user}${url.host}${url.pathname}`
  })
}

/** `sqlite:PATH`, `postgres://…` or `memory:`; a path alone is taken for a file, since nobody means anything else by it. */
export const databaseOf = (given: string, words: Words): Either.Either<Database, Usage> => {
  if (given === "memory:" || given === "memory") return Either.right({ kind: "memory" })
  if (/^postgres(ql)?:/i.test(given)) return postgresOf(given, words)
  const path = given.startsWith("sqlite:") ? given.slice("sqlite:".length).replace(/^\/\/(?=\/|[^/])/, "") : given
  if (
    path.trim() === "" ||
    path.startsWith(":memory:") ||
    path.includes("\0") ||
    (/^[a-z][a-z0-9+.-]+:/i.test(path) && !/^[a-z]:[\\/]/i.test(path))
  )
    return Either.left(new Usage({ message: words.usage.database }))
  return Either.right({ kind: "sqlite", path })
}

export interface GivenOptions {
  readonly json: boolean
  readonly db: Option.Option<string>
  readonly key: Option.Option<string>
  readonly policy: Option.Option<string>
  readonly world: Option.Option<string>
  readonly config: Option.Option<string>
}

/** Reads the options over the environment. */
export const settingsOf = (
  given: GivenOptions,
  environment: Readonly<Record<string, string | undefined>>,
  language: Language,
  words: Words
): Either.Either<SettingsShape, Usage> => {
  const fromEnvironment = environment.SINGLE_WINDOW_DB === "" ? undefined : environment.SINGLE_WINDOW_DB
  const database = Option.getOrElse(given.db, () => fromEnvironment ?? defaultDatabase)
  const configFile = Option.getOrElse(given.config, () => environment.SINGLE_WINDOW_CONFIG) || undefined
  if (configFile !== undefined && Option.isSome(given.world))
    return Either.left(new Usage({ message: words.outside.worldToo }))
  return Either.map(databaseOf(database, words), (found) => ({
    json: given.json,
    language,
    words,
    database: found,
    databaseGiven: Option.isSome(given.db),
    keyFile: Option.getOrUndefined(given.key),
    policyFile: Option.getOrUndefined(given.policy),
    worldFile: Option.getOrUndefined(given.world),
    configFile,
    configGiven: Option.isSome(given.config)
  }))
}
