import { BankCardVerifier, IdCardVerifier, type Limited, type Unavailable, type Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"

type Said = Verdict | Limited | Unavailable

const cardField: Readonly<Record<string, string>> = { name: "-3", number: "-2", validFrom: "-4", validTo: "-4" }

const cardResult = (said: Said): string => {
  switch (said._tag) {
    case "Match":
      return "0"
    case "Mismatch":
    case "MismatchOrNoRecord":
      return "-1"
    case "NotSupported":
      return "-2"
    case "InvalidInput":
      return cardField[said.field] ?? "-2"
    case "Unusable":
      return "-5"
    case "Unavailable":
      return "-6"
    case "NoRecord":
      return "-7"
    case "Limited":
      return "-8"
  }
}

const factorField: Readonly<Record<string, string>> = { name: "-2", document: "-3", cardNumber: "-4", mobile: "-5" }
const cardState: Readonly<Record<string, string>> = { lost: "-13", expired: "-14", frozen: "-15" }

const factorsResult = (said: Said): string => {
  switch (said._tag) {
    case "Match":
      return "0"
    case "Mismatch":
    case "MismatchOrNoRecord":
      return "-1"
    case "InvalidInput":
      return factorField[said.field] ?? "-4"
    case "NoRecord":
      return "-9"
    case "Unusable":
      return cardState[said.state] ?? "-21"
    case "Unavailable":
      return "-18"
    case "Limited":
      return "-19"
    case "NotSupported":
      return "-20"
  }
}

export type Parameters = Readonly<Record<string, string | number>>

const text = (parameters: Parameters, name: string): string => String(parameters[name] ?? "")

/** The result of an action by what the world says; nothing for an action that is not played. */
export const resultOf = (
  action: string,
  parameters: Parameters
): Effect.Effect<string, never, IdCardVerifier | BankCardVerifier> | undefined => {
  const of = (name: string) => text(parameters, name)
  if (action === "CheckIdNameDate") {
    const card = {
      name: of("Name"),
      number: of("IdCard"),
      validFrom: of("ValidityBegin"),
      validTo: of("ValidityEnd")
    }
    return Effect.flatMap(IdCardVerifier, (port) => Effect.map(Effect.merge(port.verify(card)), cardResult))
  }
  if (action === "BankCard4EVerification") {
    // The vendor takes any other number for a document that it does not support.
    if (of("CertType") !== "0") return Effect.succeed("-20")
    const factors = {
      name: of("Name"),
      document: { type: "resident-id" as const, number: of("IdCard") },
      cardNumber: of("BankCard"),
      mobile: of("Phone")
    }
    return Effect.flatMap(BankCardVerifier, (port) => Effect.map(Effect.merge(port.verify(factors)), factorsResult))
  }
  return undefined
}
