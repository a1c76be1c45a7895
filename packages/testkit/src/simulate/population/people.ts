import type { Person } from "../../world/World.js"
import type { Random } from "../Random.js"
import * as Identifiers from "./identifiers.js"
import { foreignName, personName } from "./names.js"

const documents = (random: Random, number: number): Person["document"] => {
  const type = random.weighted([
    ["resident-id", 88],
    ["passport", 4],
    ["hk-macao-permit", 3],
    ["taiwan-permit", 2],
    ["hmt-residence", 1.5],
    ["foreigner-pr", 1.5]
  ] as const)
  switch (type) {
    case "resident-id":
      return { type, number: Identifiers.residentId(random, number) }
    case "passport":
      return { type, number: Identifiers.passport(number) }
    case "hk-macao-permit":
      return { type, number: Identifiers.hkMacaoPermit(number) }
    case "taiwan-permit":
      return { type, number: Identifiers.taiwanPermit(number) }
    case "hmt-residence":
      return { type, number: Identifiers.hmtResidence(random, number) }
    case "foreigner-pr":
      return { type, number: Identifiers.foreignerPermanentResidence(random, number) }
  }
}

const two = (number: number): string => String(number).padStart(2, "0")

/** When a card was issued, for ten years, for twenty or for good. */
export const cardDates = (random: Random, year: number): { readonly from: string; readonly to: string } => {
  const day = `${two(random.between(1, 12))}${two(random.between(1, 28))}`
  const term = random.weighted([
    [10, 3],
    [20, 6],
    [0, 1]
  ])
  return { from: `${year}${day}`, to: term === 0 ? "00000000" : `${year + term}${day}` }
}

/** What a bank card can be in other than good order. */
const cardState = (random: Random): string =>
  random.weighted([
    ["active", 90],
    ["frozen", 6],
    ["lost", 3],
    ["corporate", 1]
  ])

/** A synthetic person; no two numbers give the same one. */
export const person = (random: Random, number: number): Person => {
  const document = documents(random, number)
  const resident = document.type === "resident-id"
  return {
    name: document.type === "foreigner-pr" ? foreignName(random) : personName(random),
    document,
    // Cards issued from 2014 on are valid all through the days that are simulated.
    ...(resident ? { validity: cardDates(random, random.between(2014, 2021)) } : {}),
    mobile: Identifiers.mobile(number),
    ...(random.chance(0.82) ? { bankCard: Identifiers.bankCard(number) } : {}),
    bankCardState: cardState(random),
    ctid: !random.chance(0.15),
    lost: resident && random.chance(0.02)
  }
}
