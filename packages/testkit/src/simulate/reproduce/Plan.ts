import type { MigratedRow } from "@single-window/core"
import type { Answer } from "../../invariants/followed.js"
import type { DoStep, FaultStep } from "../../scenario/steps.js"
import type { FaultAnswer } from "../../world/fault.js"
import type { Seed } from "../../world/singleWindow.js"
import type { Logged } from "../Log.js"
import type { Deed, Who } from "../life/Visit.js"

/** One command of a story, with what the outside has to answer for it to go as it went. */
export interface Item {
  readonly at: number
  readonly step: DoStep
  /** The card in the reader; `undefined` for none. */
  readonly card: string | undefined
  readonly faults: ReadonlyArray<FaultStep["fault"]>
  /** Whether it changed anything when it first happened. */
  readonly wrote: boolean
  /** User names that it cannot do without. */
  readonly names: ReadonlyArray<string>
}

/** How an account is there at the start. */
export type Start =
  | { readonly username: string; readonly seed: Seed }
  | { readonly username: string; readonly row: MigratedRow }

/** A story that can be told again. */
export interface Plan {
  readonly starts: ReadonlyArray<Start>
  readonly items: ReadonlyArray<Item>
}

const words: Readonly<Record<string, FaultAnswer>> = {
  Match: "match",
  Mismatch: "mismatch",
  NoRecord: "no-record",
  MismatchOrNoRecord: "mismatch-or-no-record",
  NotSupported: "not-supported",
  Unusable: "unusable",
  Unavailable: "unavailable",
  Limited: "limited",
  CardControlMissing: "control-missing",
  CardReaderMissing: "reader-missing",
  CardMissing: "card-missing",
  CardPinWrong: "pin-wrong",
  CardPinLocked: "pin-locked",
  CardExpired: "expired",
  CardNotTrusted: "not-trusted",
  yes: "match",
  no: "match",
  // Whoever left before the answer and whoever got none have done the same.
  gone: "unavailable"
}

const portOf: Readonly<Record<string, FaultStep["fault"]["port"]>> = {
  registry: "registry",
  "id-card": "id-card",
  "bank-card": "bank-card",
  sms: "sms",
  card: "card",
  password: "password",
  "bank-ukey": "bank-ukey",
  "bank-redirect": "bank-ukey"
}

/** What was answered, as a script for the same questions; what a port answers of itself is left out. */
const scripted = (answers: ReadonlyArray<Answer>): Item["faults"] => {
  const scripts = new Map<FaultStep["fault"]["port"], Array<FaultAnswer>>()
  for (const { port, said } of answers) {
    const to = portOf[port]
    const word = words[said]
    if (to === undefined || word === undefined) continue
    scripts.set(to, [...(scripts.get(to) ?? []), word])
  }
  return [...scripts].map(([port, next]) => ({ port, next }))
}

const nameOf = (who: Who): string | undefined => {
  switch (who.kind) {
    case "anonymous":
      return undefined
    case "user":
      return who.user.username
    case "card":
      return `card:${who.card}`
    case "staff":
      return `staff:${who.name}/${who.role}`
    case "system":
      return `system:${who.name}`
  }
}

const stepOf = ({ do: name, as, on, reason, with: input }: Deed): DoStep => {
  const actor = nameOf(as)
  return {
    do: name,
    ...(actor === undefined ? {} : { as: actor }),
    ...(on === undefined ? {} : { on }),
    ...(reason === undefined ? {} : { reason }),
    ...(input === undefined || Object.keys(input).length === 0 ? {} : { with: input })
  }
}

const textAt = (input: Deed["with"], key: string): ReadonlyArray<string> => {
  const value = input?.[key]
  return typeof value === "string" ? [value] : []
}

export const itemOf = ({ at, deed, answers, wrote }: Logged): Item => ({
  at,
  step: stepOf(deed),
  card: deed.card,
  faults: scripted(answers),
  wrote: wrote.length > 0,
  names: [
    ...(deed.as.kind === "user" ? [deed.as.user.username] : []),
    ...(deed.on === undefined ? [] : [deed.on]),
    ...textAt(deed.with, "account"),
    ...textAt(deed.with, "username")
  ]
})
