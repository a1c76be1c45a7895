import { FacetState, Method, Origin, Role, SecurityLevel, VoidedBecause } from "@single-window/core"
import * as Schema from "effect/Schema"

/** An object of which only what is named is compared. */
export const Subset = Schema.Record({ key: Schema.String, value: Schema.Unknown })

const some = <F extends Schema.Struct.Fields>(fields: F) => Schema.partial(Schema.Struct(fields))

/** A part of an account as `account --json` shows it, personal data masked; `null` means that there is none. */
export const AccountSubset = some({
  username: Schema.String,
  role: Role,
  origin: Origin,
  source: Schema.NullOr(Schema.String),
  remark: Schema.NullOr(Schema.String),
  status: Schema.Literal("active", "password-change-required", "locked", "deleted"),
  enterprise: some({
    name: Schema.String,
    unifiedSocialCreditCode: Schema.String,
    organizationCode: Schema.String,
    legalRepresentativeName: Schema.String
  }),
  holder: some({
    name: Schema.String,
    document: some({ type: Schema.String, number: Schema.String }),
    validity: Schema.NullOr(some({ from: Schema.String, to: Schema.String }))
  }),
  mobile: Schema.String,
  email: Schema.String,
  certification: some({
    enterprise: FacetState,
    holder: FacetState,
    methods: Schema.Array(Method),
    voidedBecause: Schema.NullOr(VoidedBecause)
  }),
  level: SecurityLevel,
  cardBinding: Schema.Literal("none", "bound", "voided"),
  administratorAssisted: Schema.Boolean,
  journey: Schema.NullOr(
    some({
      method: Method,
      step: Schema.Literal("card", "enterprise", "legal-representative", "bank", "account-holder", "done"),
      expiresAt: Schema.String
    })
  )
})
export type AccountSubset = typeof AccountSubset.Type
