import { blankEnterprise, blankHolder, Origin, Role, ruleIds } from "@single-window/core"
import * as Schema from "effect/Schema"
import { worldFields } from "../world/World.js"
import { type Step, stepKinds } from "./steps.js"

const blank = Schema.optionalWith(Schema.String, { default: () => "" })

/** The four fields as an account may hold them, right or wrong. */
const EnterpriseHeld = Schema.Struct({
  name: blank,
  unifiedSocialCreditCode: blank,
  organizationCode: blank,
  legalRepresentativeName: blank
})

/** A holder written out in the account, who counts as declared: what a person of `people` may have. */
const HolderHeld = Schema.Struct({
  name: blank,
  document: Schema.optionalWith(Schema.Struct({ type: blank, number: blank }), {
    default: () => ({ type: "", number: "" })
  }),
  validity: Schema.optional(Schema.Struct({ from: blank, to: blank })),
  mobile: Schema.optional(Schema.String),
  bankCard: Schema.optional(Schema.String),
  bankCardState: Schema.optional(Schema.String),
  ctid: Schema.optional(Schema.Boolean),
  lost: Schema.optional(Schema.Boolean)
})
export type HolderHeld = typeof HolderHeld.Type

/** An account that is in the store when the clock starts. */
export const AccountHeld = Schema.Struct({
  username: Schema.NonEmptyString,
  source: Schema.optional(Schema.String),
  role: Schema.optional(Role),
  origin: Schema.optional(Origin),
  enterprise: Schema.optionalWith(Schema.Union(Schema.String, EnterpriseHeld), {
    default: () => blankEnterprise
  }).annotations({ description: "a key of enterprises, or the four fields" }),
  holder: Schema.optionalWith(Schema.Union(Schema.String, HolderHeld), {
    default: () => blankHolder
  }).annotations({ description: "a key of people, or the person" }),
  mobile: Schema.optional(Schema.String),
  email: blank,
  password: Schema.optional(Schema.String),
  mustChangePassword: Schema.optional(Schema.Boolean)
})
export type AccountHeld = typeof AccountHeld.Type

/** When a scenario begins unless it says so. */
export const defaultClock = "2022-05-10T09:00:00+08:00"

const Clock = Schema.String.pipe(
  Schema.filter(
    (text) =>
      (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
        !Number.isNaN(Date.parse(text))) ||
      "a time with its offset is expected, such as 2022-05-10T09:00:00+08:00",
    { jsonSchema: { type: "string", description: "when the scenario begins, with the offset" } }
  )
)

const heading = {
  title: Schema.NonEmptyString,
  /** Rules that the scenario shows beyond those behind its refusals. */
  rules: Schema.optionalWith(Schema.Array(Schema.Literal(...ruleIds)), { default: () => [] }),
  clock: Schema.optionalWith(Clock, { default: () => defaultClock }),
  policy: Schema.optionalWith(Schema.Record({ key: Schema.String, value: Schema.Unknown }), {
    default: () => ({})
  }).annotations({ description: "overrides of the policy object, by path: certification.journeyMinutes, or nested" }),
  ...worldFields,
  accounts: Schema.optionalWith(Schema.Array(AccountHeld), { default: () => [] })
}

/** Everything before the steps. */
export const Setting = Schema.Struct(heading)
export type Setting = typeof Setting.Type

/** A file whose steps have not been looked at yet. */
export const Outline = Schema.Struct({ ...heading, steps: Schema.NonEmptyArray(Schema.Unknown) })

/** The whole file, as editors know it. */
export const File = Schema.Struct({
  ...heading,
  steps: Schema.NonEmptyArray(Schema.Union(...Object.values(stepKinds)))
})

export interface Scenario extends Setting {
  readonly steps: ReadonlyArray<Step>
}
