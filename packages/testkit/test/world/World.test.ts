import * as Either from "effect/Either"
import { describe, expect, it } from "vitest"
import * as World from "../../src/world/index.js"
import { input } from "./smallWorld.js"

const pathOf = (world: unknown) =>
  Either.match(World.decode(world), { onLeft: ({ path }) => path, onRight: () => "accepted" })

describe("a world from plain data", () => {
  it("keeps what was said and fills in what was left out", () => {
    const world = Either.getOrThrow(World.decode(input))
    expect(world.people.zhang).toMatchObject({ ctid: true, lost: false, bankCardState: "active" })
    expect(world.enterprises.acme).toMatchObject({ organizationCode: "M000100Y4", kind: "enterprise" })
    expect(world.cards.old).toMatchObject({ trusted: true, validTo: "20200101" })
  })

  it("may be empty", () => expect(pathOf({})).toBe("accepted"))

  const { people, enterprises, cards } = input
  const contradictions: ReadonlyArray<readonly [why: string, path: string, world: unknown]> = [
    [
      "a card of an unknown enterprise",
      "cards.key1.enterprise",
      { ...input, cards: { key1: { ...cards.key1, enterprise: "nobody" } } }
    ],
    [
      "a card of an unknown holder",
      "cards.key1.holder",
      { ...input, cards: { key1: { ...cards.key1, holder: "nobody" } } }
    ],
    ["a PIN of seven", "cards.key1.pin", { ...input, cards: { key1: { ...cards.key1, pin: "1234567" } } }],
    ["two cards of one number", "cards.b.number", { ...input, cards: { a: cards.key1, b: cards.key1 } }],
    [
      "an unknown legal representative",
      "enterprises.acme.legalRepresentative",
      { people, enterprises: { acme: { ...enterprises.acme, legalRepresentative: "nobody" } } }
    ],
    [
      "a name every object has is not a declared person",
      "enterprises.acme.legalRepresentative",
      { people, enterprises: { acme: { ...enterprises.acme, legalRepresentative: "toString" } } }
    ],
    [
      "two enterprises with one code",
      "enterprises.b.unifiedSocialCreditCode",
      { people, enterprises: { a: enterprises.acme, b: { ...enterprises.acme, name: "另一公司" } } }
    ],
    [
      "two people with one document, however it is typed",
      "people.b.document",
      {
        people: {
          a: people.zhao,
          b: { ...people.zhang, document: { type: "resident-id", number: "11010519491231002x" } }
        }
      }
    ],
    [
      "two people with one bank card",
      "people.b.bankCard",
      { people: { a: people.zhang, b: { ...people.li, bankCard: people.zhang.bankCard } } }
    ],
    ["a bank account of an unknown enterprise", "banks.CCB.0", { ...input, banks: { CCB: ["nobody"] } }],
    ["a field nobody knows", "people.zhang.bankcard", { people: { zhang: { ...people.zhang, bankcard: "1" } } }],
    [
      "a document type nobody knows",
      "people.zhang.document.type",
      { people: { zhang: { ...people.zhang, document: { ...people.zhang.document, type: "resident_id" } } } }
    ],
    ["a value of the wrong type", "people.zhang.name", { people: { zhang: { ...people.zhang, name: 7 } } }],
    [
      "a date that is not YYYYMMDD",
      "people.zhang.validity.from",
      { people: { zhang: { ...people.zhang, validity: { from: "2015-03-01", to: "20350301" } } } }
    ]
  ]
  it.each(contradictions)("refuses %s and names %s", (_, path, world) => expect(pathOf(world)).toBe(path))

  it("merges two worlds, and what the second says stands", () => {
    const renamed = World.make({ people: { zhang: { ...people.zhang, mobile: "13900000009" } } })
    const merged = Either.getOrThrow(World.merge(World.make(input), renamed))
    expect(merged.people.zhang?.mobile).toBe("13900000009")
    expect(Object.keys(merged.enterprises)).toEqual(["acme", "school", "gone"])
  })
})
