import { documentKeyOf } from "./lookup.js"
import type { World } from "./World.js"

interface Contradiction {
  readonly path: string
  readonly problem: string
}

const pinCharacters = 8

/** The first value held twice among those that only one may hold. */
const heldTwice = (
  where: string,
  field: string,
  values: ReadonlyArray<readonly [key: string, value: string]>
): Contradiction | undefined => {
  const holders = new Map<string, string>()
  for (const [key, value] of values) {
    if (value === "") continue
    const holder = holders.get(value)
    if (holder !== undefined)
      return { path: `${where}.${key}.${field}`, problem: `${where}.${holder} has the same one` }
    holders.set(value, key)
  }
  return undefined
}

const missing = (path: string, where: keyof World, key: string): Contradiction => ({
  path,
  problem: `${where} has no "${key}"`
})

function* all(world: World): Generator<Contradiction | undefined> {
  const people = Object.entries(world.people)
  const enterprises = Object.entries(world.enterprises)
  const cards = Object.entries(world.cards)
  const isPerson = (key: string) => Object.hasOwn(world.people, key)
  const isEnterprise = (key: string) => Object.hasOwn(world.enterprises, key)

  for (const [key, { document }] of people)
    if (document.number === "") yield { path: `people.${key}.document.number`, problem: "a person has a number" }
  yield heldTwice(
    "people",
    "document",
    people.map(([key, person]) => [key, documentKeyOf(person)])
  )
  yield heldTwice(
    "people",
    "bankCard",
    people.map(([key, { bankCard }]) => [key, bankCard ?? ""])
  )

  for (const [key, { legalRepresentative: person, formerly }] of enterprises) {
    const path = `enterprises.${key}`
    if (person !== "" && !isPerson(person)) yield missing(`${path}.legalRepresentative`, "people", person)
    const former = formerly?.legalRepresentative ?? ""
    if (former !== "" && !isPerson(former)) yield missing(`${path}.formerly.legalRepresentative`, "people", former)
  }
  yield heldTwice(
    "enterprises",
    "unifiedSocialCreditCode",
    enterprises.map(([key, { unifiedSocialCreditCode }]) => [key, unifiedSocialCreditCode])
  )
  yield heldTwice(
    "enterprises",
    "organizationCode",
    enterprises.map(([key, { organizationCode }]) => [key, organizationCode])
  )

  for (const [key, card] of cards) {
    if (!isEnterprise(card.enterprise)) yield missing(`cards.${key}.enterprise`, "enterprises", card.enterprise)
    if (card.holder !== undefined && !isPerson(card.holder)) yield missing(`cards.${key}.holder`, "people", card.holder)
    if (Array.from(card.pin).length !== pinCharacters)
      yield { path: `cards.${key}.pin`, problem: `a card PIN has ${pinCharacters} characters` }
  }
  yield heldTwice(
    "cards",
    "number",
    cards.map(([key, { number }]) => [key, number])
  )

  for (const [bank, accounts] of Object.entries(world.banks ?? {})) {
    for (const [index, account] of accounts.entries()) {
      const enterprise = typeof account === "string" ? account : account.enterprise
      if (!isEnterprise(enterprise)) yield missing(`banks.${bank}.${index}`, "enterprises", enterprise)
    }
  }
}

/** The first thing in a world that cannot be true together with the rest. */
export const contradictionIn = (world: World): Contradiction | undefined => {
  for (const found of all(world)) if (found !== undefined) return found
  return undefined
}
