import type { Method, Policy, Refusal, Remedy } from "@single-window/core"
import { documentTypes } from "@single-window/core/identifiers"
import type { Items } from "../../form/Form.js"

export type CardName = "pin" | "submit"
export type EnterpriseName = "type" | "number" | "next" | Method
export type DatesName = "from" | "to" | "next" | "ctid" | "bank-card"
export type BankCardName = "card" | "mobile" | "send" | "code" | "confirm"
export type StartName = "bank" | "begin" | Method
export type AbandonName = "stay" | "abandon"

export const cardItems: Items<CardName> = [
  { kind: "text", name: "pin", secret: true, most: 64 },
  { kind: "button", name: "submit" }
]

const others: ReadonlyArray<readonly [Remedy, Method]> = [
  ["UseIcCard", "ic-card"],
  ["UseLegalRepresentative", "legal-representative"],
  ["UseBankUkey", "bank-ukey"]
]

/** The other methods that a refusal recommends. */
export const insteadOf = (refusal: Refusal | undefined, method: Method): ReadonlyArray<Method> =>
  others.filter(([remedy, to]) => to !== method && refusal?.remedies.includes(remedy) === true).map(([, to]) => to)

const buttons = (methods: ReadonlyArray<Method>) => methods.map((name) => ({ kind: "button", name }) as const)

/** A refusal that ends this method offers the others as buttons. */
export const enterpriseItems = (refusal: Refusal | undefined): Items<EnterpriseName> => [
  { kind: "select", name: "type", choices: documentTypes },
  { kind: "text", name: "number", secret: true, most: 40 },
  { kind: "button", name: "next" },
  ...buttons(insteadOf(refusal, "legal-representative"))
]

const waysOut = (refusal: Refusal | undefined) =>
  refusal?._tag === "PersonNotMatched" || refusal?._tag === "PersonNotOnRecord"

/** Two ways out of a miss: CTID, or the bank card. */
export const datesItems = (refusal: Refusal | undefined): Items<DatesName> => [
  { kind: "text", name: "from", most: 10 },
  { kind: "text", name: "to", most: 10 },
  { kind: "button", name: "next" },
  ...(waysOut(refusal)
    ? [{ kind: "button", name: "ctid" } as const, { kind: "button", name: "bank-card" } as const]
    : [])
]

export const bankCardItems: Items<BankCardName> = [
  { kind: "text", name: "card", secret: true, most: 30 },
  { kind: "text", name: "mobile", most: 20 },
  { kind: "button", name: "send" },
  { kind: "text", name: "code", most: 12 },
  { kind: "button", name: "confirm" }
]

/** Where a refusal ended the journey, the methods that it recommends come before another start of this one. */
export const startItems = (
  method: Method,
  policy: Policy | undefined,
  refusal?: Refusal | undefined
): Items<StartName> => [
  ...buttons(insteadOf(refusal, method)),
  ...(method === "bank-ukey"
    ? [{ kind: "select", name: "bank", choices: policy?.certification.banks ?? [] } as const]
    : []),
  { kind: "button", name: "begin" }
]

export const abandonItems: Items<AbandonName> = [
  { kind: "button", name: "stay" },
  { kind: "button", name: "abandon" }
]
