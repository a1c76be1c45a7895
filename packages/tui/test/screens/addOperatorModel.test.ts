import { documentTypes } from "@single-window/core/identifiers"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { withValue } from "../../src/form/Form.js"
import {
  initial as adding,
  countOf,
  emptied,
  type FieldName,
  fieldNames,
  findings,
  firstWrong,
  itemsFor,
  refusedBy,
  submission
} from "../../src/screens/addOperator/model.js"

const typed = (values: Readonly<Partial<Record<FieldName, string>>>) => {
  let { form } = adding
  for (const [name, value] of Object.entries(values)) form = withValue(form, name as FieldName, value)
  return { ...adding, form }
}

const whole = {
  username: "zhao0001",
  name: "赵五",
  mobile: "13900005678",
  number: "11010519491231002X",
  from: "20180101",
  to: "00000000",
  email: "zhao@example.com"
}

describe("adding an operator", () => {
  it("needs eight fields for an ID card and six for any other document", () => {
    expect(countOf(findings(typed(whole)))).toEqual({ needed: 8, filled: 8, wrong: 0 })
    expect(JSON.stringify(emptied(typed(whole), "zhao0001"))).not.toMatch(/赵五|0021|5678/)
    for (const type of documentTypes.filter((one) => one !== "resident-id")) {
      expect(countOf(findings(typed({ type }))).needed).toBe(6)
      expect(submission(typed({ ...whole, type }))).not.toHaveProperty("validity")
      expect(itemsFor(type).filter((item) => item.kind === "text" && item.locked === true)).toHaveLength(2)
    }
  })

  it("counts never go apart: what is wrong is filled, and what is filled is needed", () => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(fieldNames.map((name) => [name, fc.string()]))), (values) => {
        const found = findings(typed(values))
        const { needed, filled, wrong } = countOf(found)
        expect(wrong <= filled && filled <= needed).toBe(true)
        expect(firstWrong(found) === undefined).toBe(wrong === 0 && filled === needed)
      })
    )
  })

  it("says which field is wrong and why", () => {
    const wrong: ReadonlyArray<readonly [FieldName, string, string]> = [
      ["username", "12345678", "no-letter"],
      ["username", "abcde", "too-short"],
      ["number", "110105194912310021", "check-character-mismatch"],
      ["mobile", "12345", "wrong-length"],
      ["from", "20180230", "not-a-real-date"],
      ["to", "20170101", "end-not-after-start"],
      ["email", "zhao@", "format"]
    ]
    for (const [name, value, code] of wrong)
      expect([name, findings(typed({ ...whole, [name]: value }))[name]]).toMatchObject([name, { _tag: "Wrong", code }])
  })

  it("a name once migrated here is free of the rule, letter by letter; one in use is not to be had (R-77, R-78)", () => {
    const state = {
      ...typed({ ...whole, username: "@旧" }),
      operators: [
        { username: "@旧", origin: "migrated", status: "deleted" },
        { username: "InUse01", origin: "cardless", status: "active" }
      ] as const
    }
    expect(findings(state).username).toEqual({ _tag: "Right", note: "migrated" })
    const named = (username: string) =>
      findings({ ...state, form: withValue(state.form, "username", username) }).username
    expect(named("inuse01")).toEqual({ _tag: "Wrong", code: "in-use" })
    expect(named("@旧1")).toMatchObject({ _tag: "Wrong" })
  })

  it("recreating takes the old name and no other", () => {
    fc.assert(
      fc.property(fc.string(), (username) => {
        const found = findings(typed({ ...whole, username }), "hy_bg_03").username
        expect(found._tag === "Right").toBe(username === "hy_bg_03")
      })
    )
  })

  it("a refusal stands at its field until that is typed anew", () => {
    const refusal = { _tag: "DocumentAlreadyInEnterprise", rules: [], remedies: [] } as never
    const state = refusedBy(typed(whole), refusal)
    expect(state.form.focus).toBe("number")
    expect(findings(state).number).toEqual({ _tag: "Wrong", code: "in-enterprise" })
    const again = { ...state, form: withValue(state.form, "number", "110105194912310038") }
    expect(findings(again).number).not.toMatchObject({ code: "in-enterprise" })
  })
})
