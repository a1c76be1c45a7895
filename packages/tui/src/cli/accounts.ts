import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { isDocumentType } from "@single-window/core/identifiers"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { accountTable } from "../commandLine/accountTable.js"
import { Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

const levels = ["none", "low", "medium", "high"] as const
const certifications = ["certified", "under-way", "uncertified", "voided"] as const
const roles = ["personal", "operator", "administrator"] as const
const origins = ["registered", "migrated", "cardless", "card"] as const

const optionsIn = ({ accounts: words }: Words) => {
  const text = (name: string, description: string) =>
    Options.text(name).pipe(Options.withDescription(description), Options.optional)
  const one = <const A extends ReadonlyArray<string>>(name: string, choices: A, description: string) =>
    Options.choice(name, choices).pipe(Options.withDescription(description), Options.optional)
  return {
    username: text("username", words.username),
    role: one("role", roles, words.role),
    origin: one("origin", origins, words.origin),
    level: one("level", levels, words.level),
    certification: one("certification", certifications, words.certification),
    organizationCode: text("organization-code", words.organizationCode),
    document: text("document", words.document),
    deleted: Options.boolean("deleted").pipe(Options.withDescription(words.deleted)),
    after: text("after", words.after),
    limit: Options.integer("limit").pipe(Options.withDescription(words.limit), Options.withDefault(50))
  }
}

type Asked = Command.Command.ParseConfig<ReturnType<typeof optionsIn>>

/** The query's own fields, left out where they were not given; what is wrong with them the query says. */
const filterOf = ({ deleted, document, limit, ...rest }: Asked) => {
  const given = Object.entries(rest).flatMap(([name, value]) => (Option.isSome(value) ? [[name, value.value]] : []))
  const [type = "", ...number] = Option.getOrElse(document, () => "").split(":")
  return {
    ...Object.fromEntries(given),
    limit,
    ...(Option.isSome(document) ? { document: { type, number: number.join(":") } } : {}),
    ...(deleted ? { includeDeleted: true } : {})
  }
}

/** The option that gave a field of the query. */
const optionOf = (field: string): string =>
  (field.split(".")[0] ?? "").replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

const list = (asked: Asked) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const core = yield* Effect.promise(() => import("@single-window/core"))
    const { Actor, SingleWindow, decodeFields, queries } = core
    // The cursor is one field of its own, and is read where the query is run.
    const wrong = (field: string, problem: string) =>
      new Usage({
        message: words.usage.field(
          `--${field === "with" ? "after" : optionOf(field)}`,
          core.problemWords(problem, language)
        )
      })
    const raw = filterOf(asked)
    const type = raw.document?.type
    if (type !== undefined && !isDocumentType(type)) return yield* Effect.fail(wrong("document", "unknown"))
    const filter = yield* Effect.mapError(decodeFields(queries.FindAccounts.input, raw), (refusal) =>
      wrong(refusal.field, refusal.problem)
    )
    const page = yield* withDoor(
      "existing",
      Effect.flatMap(SingleWindow, (door) =>
        door.ask(Actor.Staff({ name: staffName(), role: "viewer" }), "FindAccounts", filter)
      ).pipe(Effect.catchTag("FieldInvalid", ({ field, problem }) => Effect.fail(wrong(field, problem))))
    )
    yield* output.json(page)
    yield* accountTable(page.accounts)
    if (page.next !== undefined) yield* output.line(words.accounts.more(page.next))
  })

export const accounts = (words: Words) =>
  Command.make("accounts", optionsIn(words), list).pipe(Command.withDescription(words.accounts.summary))
