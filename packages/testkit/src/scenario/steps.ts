import { commandNames, Method, messages, type RefusalTag, remedies } from "@single-window/core"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { faultAnswers } from "../world/fault.js"
import { AccountSubset, Subset } from "./AccountSubset.js"

/** Every tag of the closed union, as the table of sentences lists them. */
export const refusalTags = Object.keys(messages.zh.refusals) as ReadonlyArray<RefusalTag>

const Text = Schema.String.pipe(Schema.minLength(1))

/** The ports of the world, and the store itself. */
export const faultPorts = [
  "registry",
  "id-card",
  "bank-card",
  "sms",
  "bank-ukey",
  "card",
  "captcha",
  "password",
  "vault",
  "store"
] as const

/** What the store can be made to answer; `conflict`: somebody else saved first. */
export const storeAnswers = ["match", "unavailable", "conflict"] as const
export type StoreAnswer = (typeof storeAnswers)[number]

/** One command of the front door, and what is expected of it; nothing said means that it must succeed. */
export const DoStep = Schema.Struct({
  do: Schema.Literal(...commandNames),
  as: Schema.optional(
    Text.annotations({
      description:
        "a user name, card:KEY, staff:NAME/ROLE, system:NAME or anonymous (which is also what is meant without it)"
    })
  ),
  on: Schema.optional(Text.annotations({ description: "the user name of the account that staff act on" })),
  reason: Schema.optional(Text.annotations({ description: "why staff act; kept with every event" })),
  with: Schema.optional(
    Subset.annotations({
      description:
        "the command's fields; $captcha, $sms and $bankReturn are filled in, and $$ begins a text with a dollar sign"
    })
  ),
  ok: Schema.optional(
    Schema.Union(Schema.Literal(true), Subset).annotations({ description: "true, or a subset of the result" })
  ),
  refused: Schema.optional(Schema.Literal(...refusalTags)),
  facts: Schema.optional(Subset.annotations({ description: "a subset of the refusal's facts" })),
  remedies: Schema.optional(
    Schema.Array(Schema.Literal(...remedies)).annotations({ description: "all ways out, best first" })
  ),
  message: Schema.optional(Text.annotations({ description: "the refusal's Chinese sentence" }))
})
export type DoStep = typeof DoStep.Type

export const AdvanceStep = Schema.Struct({
  advance: Schema.String.pipe(
    Schema.filter(
      (text) => Option.isSome(Duration.fromIso(text)) || "an ISO 8601 duration is expected, such as PT31M",
      {
        jsonSchema: { type: "string", description: "an ISO 8601 duration, such as PT31M" }
      }
    )
  )
})
export type AdvanceStep = typeof AdvanceStep.Type

export const FaultStep = Schema.Struct({
  fault: Schema.Struct({
    port: Schema.Literal(...faultPorts),
    next: Schema.Array(Schema.Literal(...faultAnswers, "conflict")).annotations({
      description: "scripted answers, one a question; then the world answers again"
    })
  })
})
export type FaultStep = typeof FaultStep.Type

export const InsertStep = Schema.Struct({ insert: Text.annotations({ description: "a key of cards" }) })
export type InsertStep = typeof InsertStep.Type

export const RemoveStep = Schema.Struct({ remove: Schema.Literal(true) })
export type RemoveStep = typeof RemoveStep.Type

/** The account as `account --json` shows it. */
export const AccountStep = Schema.Struct({ account: Text, is: AccountSubset })
export type AccountStep = typeof AccountStep.Type

/** 我的操作员 as this actor sees it: every row, in the order of user names, each a subset. */
export const OperatorsStep = Schema.Struct({ operators: Text, are: Schema.Array(Subset) })
export type OperatorsStep = typeof OperatorsStep.Type

/** What an account should do next, in any order. */
export const NextStep = Schema.Struct({
  next: Text,
  is: Schema.Array(Schema.Literal("change-password", "edit-enterprise", "edit-holder", "certify")),
  problems: Schema.optional(
    Schema.Array(Text).annotations({ description: "all that is missing or wrong, such as holder.validity.to" })
  ),
  methods: Schema.optional(
    Schema.Array(Method).annotations({ description: "the methods as they are recommended, best first (R-33)" })
  )
})
export type NextStep = typeof NextStep.Type

/** The kinds of steps, each known by its first word. */
export const stepKinds = {
  do: DoStep,
  advance: AdvanceStep,
  fault: FaultStep,
  insert: InsertStep,
  remove: RemoveStep,
  account: AccountStep,
  operators: OperatorsStep,
  next: NextStep
} as const
export type StepKind = keyof typeof stepKinds

export type Step = DoStep | AdvanceStep | FaultStep | InsertStep | RemoveStep | AccountStep | OperatorsStep | NextStep
