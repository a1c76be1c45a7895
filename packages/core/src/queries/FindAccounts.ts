import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { decodeFields } from "../commands/decode.js"
import { Text } from "../commands/fields.js"
import { staffOnly } from "../commands/Permission.js"
import { Origin, Role } from "../domain/Account.js"
import { documentKey } from "../domain/documentKey.js"
import { scopeOfOrganizationCode } from "../domain/Enterprise.js"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import { SecurityLevel } from "../domain/SecurityLevel.js"
import { checkDocument, checkOrganizationCode, documentTypes, usernameKey } from "../identifiers/index.js"
import { type AccountFilter, Store } from "../store/Store.js"
import { accountView } from "./accountView.js"
import { aboutAnything } from "./Query.js"

const Cursor = Schema.parseJson(Schema.Struct({ usernameKey: Schema.String, stream: Schema.String }))

const FindInput = Schema.Struct({
  /** Opaque, from the page before. */
  after: Schema.optional(Schema.String.pipe(Schema.maxLength(2000))),
  limit: Schema.optionalWith(Schema.Int.pipe(Schema.between(1, 500)), { default: () => 50 }),
  username: Schema.optional(Text),
  role: Schema.optional(Role),
  origin: Schema.optional(Origin),
  level: Schema.optional(SecurityLevel),
  certification: Schema.optional(Schema.Literal("certified", "under-way", "uncertified", "voided")),
  organizationCode: Schema.optional(Text),
  /** Exact: personal data is sealed and cannot be searched in part. */
  document: Schema.optional(Schema.Struct({ type: Text, number: Text })),
  includeDeleted: Schema.optional(Schema.Boolean)
})

const organizationOf = (given: string | undefined) => {
  if (given === undefined) return Either.right(undefined)
  const checked = checkOrganizationCode(given)
  return checked.normalized === ""
    ? Either.left(new FieldInvalid({ field: "organizationCode", problem: "format" }))
    : Either.right(scopeOfOrganizationCode(checked.normalized))
}

const documentOf = (given: { readonly type: string; readonly number: string } | undefined) => {
  if (given === undefined) return Either.right(undefined)
  const type = documentTypes.find((known) => known === given.type)
  // A filter that cannot be applied must not be left out: everybody would be found.
  if (type === undefined) return Either.left(new FieldInvalid({ field: "document.type", problem: "unknown" }))
  const { normalized } = checkDocument(type, given.number)
  return Either.right({ key: documentKey({ type, number: normalized === "" ? given.number : normalized }) })
}

/** Accounts in pages, in the order of their user names, for staff. A page stays where it was while others write. */
export const FindAccounts = aboutAnything({
  name: "FindAccounts",
  may: staffOnly,
  input: FindInput,
  run: ({ now }, given) =>
    Effect.gen(function* () {
      const after = given.after === undefined ? undefined : yield* decodeFields(Cursor, given.after)
      const scope = yield* organizationOf(given.organizationCode)
      const document = yield* documentOf(given.document)
      const filter: AccountFilter = {
        after,
        scope,
        document,
        limit: given.limit,
        usernamePrefix: given.username === undefined ? undefined : usernameKey(given.username.trim()),
        role: given.role,
        origin: given.origin,
        level: given.level,
        certification: given.certification,
        includeDeleted: given.includeDeleted
      }
      const page = yield* (yield* Store).find(filter)
      return {
        accounts: page.accounts.map(({ account }) => accountView(account, now)),
        ...(page.next === undefined ? {} : { next: JSON.stringify(page.next) })
      }
    })
})
