import { describe, expect, it } from "@effect/vitest"
import {
  defaultPolicy,
  explain,
  findingSentence,
  isCertified,
  levelOf,
  plannedStepSentence,
  planTo,
  rank,
  SecurityLevel
} from "@single-window/core"
import { accountInAnyState, policy } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"

const now = Date.UTC(2022, 4, 10, 1)
const today = "20220510"
const level = fc.constantFrom(...SecurityLevel.literals)

describe("PlanTo", () => {
  it("answers for each of the three methods, as a way or as blocked, and calls a way shortest when none is shorter", () =>
    fc.assert(
      fc.property(accountInAnyState, level, policy, (account, to, inForce) => {
        const plan = planTo(account, to, inForce, today, now)
        expect(plan.reached).toBe(rank(levelOf(account)) >= rank(to))
        if (plan.reached) return
        const methods = [...plan.ways, ...plan.blocked].map(({ method }) => method)
        expect(new Set(methods)).toEqual(new Set(["ic-card", "legal-representative", "bank-ukey"]))
        expect(methods.length).toBe(3)
        const least = Math.min(...plan.ways.map(({ steps }) => steps.length))
        for (const way of plan.ways) {
          expect(way.shortest).toBe(way.steps.length === least)
          expect(rank(way.level)).toBeGreaterThanOrEqual(rank(to))
        }
      })
    ))

  it("offers no way to an account out of scope", () =>
    fc.assert(
      fc.property(accountInAnyState, (account) => {
        const plan = planTo({ ...account, origin: "registered" }, "high", defaultPolicy, today, now)
        expect(plan.ways).toEqual([])
      })
    ))
})

describe("Explain", () => {
  it("says of every account both facets and the level, in words of both languages and without its holder's data", () =>
    fc.assert(
      fc.property(accountInAnyState, policy, (account, inForce) => {
        const findings = explain(account, inForce, today, now)
        expect(findings.filter(({ code }) => code.startsWith("facet-")).length).toBe(2)
        const said = findings.flatMap((finding) => [findingSentence(finding, "zh"), findingSentence(finding, "en")])
        for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object/)
        const { name, document } = account.holder
        if (name.length > 1) expect(said.join("\n")).not.toContain(name)
        if (document.number.length > 4) expect(JSON.stringify(findings)).not.toContain(document.number)
        if (isCertified(account)) expect(findings.filter(({ code }) => code === "facet-valid").length).toBe(2)
      })
    ))

  it("names the first thing to mend in words", () => {
    expect(plannedStepSentence({ step: "edit-enterprise", rules: ["R-07"], fields: ["enterprise.name"] }, "zh")).toBe(
      "修改企业信息：企业名称"
    )
  })
})
