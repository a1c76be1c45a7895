import { assert, describe, it } from "@effect/vitest"
import { documentKey, type Holder, Verdict } from "@single-window/core"
import * as fc from "fast-check"
import { enterprise, holder, personName } from "../../src/arbitraries/index.js"
import * as World from "../../src/world/index.js"

/** A population in which everybody has a document and a bank card of their own. */
const population: fc.Arbitrary<ReadonlyArray<Holder>> = fc.uniqueArray(holder, {
  minLength: 2,
  maxLength: 12,
  selector: ({ document }) => documentKey(document)
})

const cardOf = (index: number) => String(6_299_990_000_000_000_000n + BigInt(index))

const worldOf = (people: ReadonlyArray<Holder>) =>
  World.make({
    people: Object.fromEntries(
      people.map((person, index) => [`p${index}`, { ...person, mobile: "13800000001", bankCard: cardOf(index) }])
    )
  })

const elements = ({ name, document, validity }: Holder) => ({
  name,
  number: document.number,
  validFrom: validity?.from ?? "",
  validTo: validity?.to ?? ""
})

describe("whoever is in the world", () => {
  it("matches by their own resident ID card alone, whatever the others are", () =>
    fc.assert(
      fc.property(population, personName, (people, otherName) => {
        const world = worldOf(people)
        for (const person of people) {
          const own = elements(person)
          const isResidentId = person.document.type === "resident-id"
          const expected = isResidentId ? Verdict.Match() : Verdict.NotSupported()
          assert.deepStrictEqual(World.idCardAnswer(world, own), expected)
          if (!isResidentId || otherName === own.name) continue
          const answer = World.idCardAnswer(world, { ...own, name: otherName })
          assert.deepStrictEqual(answer, Verdict.Mismatch({ fields: ["name"] }))
        }
      })
    ))

  it("matches by their own bank card alone", () =>
    fc.assert(
      fc.property(population, (people) => {
        const world = worldOf(people)
        for (const [index, { document, name }] of people.entries()) {
          const factors = { name, document, cardNumber: cardOf(index), mobile: "13800000001" }
          assert.deepStrictEqual(World.bankCardAnswer(world, factors), Verdict.Match())
          const other = { ...factors, cardNumber: cardOf((index + 1) % people.length) }
          const answer = World.bankCardAnswer(world, other)
          assert.isTrue(answer !== World.undeclared && answer._tag === "Mismatch")
        }
      })
    ))

  it("an enterprise matches by its own record, and by no record with one field of another's", () =>
    fc.assert(
      fc.property(enterprise, enterprise, (one, other) => {
        fc.pre(one.organizationCode !== other.organizationCode)
        const number = { type: "passport", number: "EA0000001" }
        const { legalRepresentativeName, ...record } = one
        const world = World.make({
          people: { head: { name: legalRepresentativeName, document: number } },
          enterprises: { one: { ...record, legalRepresentative: "head" } }
        })
        assert.deepStrictEqual(World.registryAnswer(world, { enterprise: one }), Verdict.Match())
        for (const field of [
          "name",
          "unifiedSocialCreditCode",
          "organizationCode",
          "legalRepresentativeName"
        ] as const) {
          if (one[field] === other[field]) continue
          assert.deepStrictEqual(
            World.registryAnswer(world, { enterprise: { ...one, [field]: other[field] } }),
            Verdict.Mismatch({ fields: [field] })
          )
        }
      })
    ))
})
