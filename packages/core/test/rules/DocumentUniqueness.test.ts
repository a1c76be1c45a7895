import { type Account, claimsOf } from "@single-window/core"
import {
  account,
  decorated,
  enterprise,
  hkMacaoPermit,
  holder,
  migratedEnterprise,
  sameEnterprise
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as DocumentUniqueness from "../../src/rules/DocumentUniqueness.js"
import { refusalOf } from "./answers.js"

const { check } = DocumentUniqueness
const taken = { tag: "DocumentAlreadyInEnterprise" }

/** Two accounts out of a small world, so that they often meet in enterprise, document, or both. */
const pair = fc
  .tuple(
    fc.array(fc.oneof(enterprise, migratedEnterprise), { minLength: 1, maxLength: 2 }),
    fc.array(holder, { minLength: 1, maxLength: 2 })
  )
  .chain(([enterprises, holders]) => {
    const one = account({
      enterprise: fc.constantFrom(...enterprises).chain((right) => fc.oneof(fc.constant(right), sameEnterprise(right))),
      holder: fc.oneof(fc.constantFrom(...holders), fc.constant({ name: "", document: { type: "", number: "" } })),
      deleted: fc.boolean()
    })
    return fc.tuple(one, one)
  })
  .filter(([a, b]) => a.id !== b.id)

const documentKeys = (subject: Account) =>
  claimsOf(subject)
    .filter(({ kind }) => kind === "document")
    .map(({ parts }) => JSON.stringify(parts))

describe("R-24 R-46 R-47: no document twice in one enterprise", () => {
  it("agrees with the claims that decide under a race", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const live = { ...one, deleted: false }
        const clash = documentKeys(live).some((key) => documentKeys(other).includes(key))
        expect(refusalOf(check(live, [other]))).toEqual(clash ? taken : undefined)
      }),
      { numRuns: 300 }
    )
  })

  it("finds the same document however it is typed, in the same enterprise however it is written", () => {
    const meeting = account().chain((one) =>
      fc.tuple(
        fc.constant(one),
        account({ enterprise: sameEnterprise(one.enterprise) }),
        decorated(one.holder.document.number)
      )
    )
    fc.assert(
      fc.property(meeting, ([one, other, number]) => {
        fc.pre(one.id !== other.id)
        const twin = { ...other, holder: { ...one.holder, document: { type: one.holder.document.type, number } } }
        expect(refusalOf(check(one, [twin]))).toEqual(taken)
      })
    )
  })

  it("lets the same person be in two enterprises, and lets a document of another type have the same number", () => {
    fc.assert(
      fc.property(account(), account(), (one, other) => {
        fc.pre(one.id !== other.id && one.enterprise.organizationCode !== other.enterprise.organizationCode)
        expect(refusalOf(check(one, [{ ...other, holder: one.holder }]))).toBeUndefined()
        const retyped = { ...one.holder, document: { ...one.holder.document, type: "other" } }
        expect(refusalOf(check(one, [{ ...other, enterprise: one.enterprise, holder: retyped }]))).toBeUndefined()
      })
    )
  })

  it("leaves out the account itself and deleted ones", () => {
    fc.assert(
      fc.property(account(), account(), (one, other) => {
        fc.pre(one.id !== other.id)
        const twin = { ...other, enterprise: one.enterprise, holder: one.holder }
        expect(refusalOf(check(one, [twin]))).toEqual(taken)
        expect(refusalOf(check(one, [one, { ...twin, deleted: true }]))).toBeUndefined()
      })
    )
  })

  it("knows a permit again after a reissue", () => {
    fc.assert(
      fc.property(account(), account(), hkMacaoPermit, (one, other, permit) => {
        fc.pre(one.id !== other.id)
        const holding = (number: string) => ({ name: "陈明", document: { type: "hk-macao-permit", number } })
        const first = { ...one, holder: holding(`${permit.slice(0, 9)}01`) }
        const second = { ...other, enterprise: one.enterprise, holder: holding(permit.slice(0, 9)) }
        expect(refusalOf(check(first, [second]))).toEqual(taken)
      })
    )
  })
})
