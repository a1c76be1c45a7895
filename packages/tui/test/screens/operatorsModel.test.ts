import { Actor, defaultPolicy, rules } from "@single-window/core"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type FormState, withValue } from "../../src/form/Form.js"
import { en as addingEn } from "../../src/screens/addOperator/en.js"
import { addOperator } from "../../src/screens/addOperator/index.js"
import { zhCN as addingZh } from "../../src/screens/addOperator/zhCN.js"
import { en as deletingEn } from "../../src/screens/deleteOperator/en.js"
import { type Name as DeleteName, initial as deleting, notYet } from "../../src/screens/deleteOperator/model.js"
import { zhCN as deletingZh } from "../../src/screens/deleteOperator/zhCN.js"
import { importing } from "../../src/screens/import/index.js"
import { en } from "../../src/screens/operators/en.js"
import { operators } from "../../src/screens/operators/index.js"
import {
  addedTo,
  adviceFor,
  cellsOf,
  type Deed,
  initial,
  matches,
  nextSort,
  type Operator,
  obstacle,
  reloaded,
  shown,
  sorts,
  termsOf,
  toggled
} from "../../src/screens/operators/model.js"
import { zhCN } from "../../src/screens/operators/zhCN.js"
import { en as resettingEn } from "../../src/screens/resetPassword/en.js"
import { counted, initialFor } from "../../src/screens/resetPassword/model.js"
import { zhCN as resettingZh } from "../../src/screens/resetPassword/zhCN.js"
import { widthOf } from "../../src/terminal/Row.js"
import type { Session } from "../../src/terminal/Session.js"

const enterpriseFields = ["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"] as const

const operator: fc.Arbitrary<Operator> = fc.record({
  username: fc.constantFrom("alpha01", "beta_2", "旧用户", "gamma03", "delta04"),
  role: fc.constantFrom("personal", "operator", "administrator"),
  origin: fc.constantFrom("registered", "migrated", "cardless", "card"),
  status: fc.constantFrom("active", "password-change-required", "locked", "deleted"),
  enterprise: fc.constant({
    name: "",
    unifiedSocialCreditCode: "",
    organizationCode: "",
    legalRepresentativeName: ""
  }),
  holder: fc.record({
    name: fc.constantFrom("", "张*", "欧**"),
    document: fc.record({
      type: fc.constantFrom("resident-id", "passport", "外国护照"),
      number: fc.constantFrom("", "110***********001X")
    })
  }),
  mobile: fc.constant(""),
  email: fc.constant(""),
  certification: fc.record({
    enterprise: fc.constant("none" as const),
    holder: fc.constant("none" as const),
    methods: fc.constantFrom([], ["ic-card" as const])
  }),
  level: fc.constantFrom("none", "medium"),
  cardBinding: fc.constant("none" as const),
  administratorAssisted: fc.boolean(),
  self: fc.boolean(),
  differs: fc.subarray([...enterpriseFields], { maxLength: 2 })
})

const deeds: ReadonlyArray<Deed> = ["admit", "delete", "restore", "reset", "recreate"]

describe("my operators", () => {
  it("a deed is offered exactly where the rules allow it (R-72, R-75)", () => {
    fc.assert(
      fc.property(operator, fc.constantFrom(...deeds), (one, deed) => {
        const target = { ...one, id: "acct-target" }
        const self = one.self ? "acct-target" : "acct-administrator"
        type Check = Parameters<typeof rules.OperatorManagement.checkTarget>
        const judged = rules.OperatorManagement.checkTarget(
          target as unknown as Check[0],
          self as unknown as Check[1],
          defaultPolicy,
          deed
        )
        const isThere = deed === "recreate" || (deed === "restore") === (one.status === "deleted")
        const allowed = isThere && Either.isRight(judged) && one.differs.length === 0
        const found = obstacle(one, deed, defaultPolicy)
        // Admitting an operator again would change nothing, and is not offered.
        if (allowed && deed === "admit" && one.role === "operator") expect(found).toEqual({ _tag: "OperatorAlready" })
        else expect(found === undefined).toBe(allowed)
      })
    )
  })

  it("a filter shows what a person would find, and nothing that was deleted unless asked for", () => {
    fc.assert(
      fc.property(
        fc.array(operator),
        fc.constantFrom("", "张", "!张", "密码:初始", "来源:迁移 未认证"),
        (all, typed) => {
          const terms = termsOf(typed, zhCN.columns)
          const rows = shown({ ...initial, operators: all }, terms, zhCN.cells)
          const by: Readonly<Record<string, (one: Operator) => boolean>> = {
            "": () => true,
            张: ({ holder }) => holder.name.includes("张"),
            "!张": ({ holder }) => !holder.name.includes("张"),
            "密码:初始": ({ status }) => status === "password-change-required",
            "来源:迁移 未认证": ({ origin, certification }) =>
              origin === "migrated" && certification.methods.length === 0
          }
          const wanted = all.filter((one) => one.status !== "deleted" && by[typed]?.(one) === true)
          expect(new Set(rows)).toEqual(new Set(wanted))
          expect(rows).toHaveLength(wanted.length)
        }
      )
    )
  })

  it("is sorted by each column in turn, and every order has the same rows", () => {
    expect(sorts.map(nextSort)).toEqual([...sorts.slice(1), sorts[0]])
    fc.assert(
      fc.property(fc.array(operator), fc.constantFrom(...sorts), (all, sort) => {
        const rows = shown({ ...initial, operators: all, deletedToo: true, sort }, [], zhCN.cells)
        const keys = rows.map((one) => cellsOf(one, zhCN.cells)[sort])
        expect(keys).toEqual([...keys].sort())
        expect(rows).toHaveLength(all.length)
      })
    )
  })

  it("full-width letters and signs filter like ASCII ones", () => {
    const one = fc.sample(operator, 1)[0]
    if (one === undefined) throw new Error("no operator")
    const cells = cellsOf({ ...one, username: "alpha01", status: "locked" }, zhCN.cells)
    expect(matches(cells, termsOf("ＡＬＰＨＡ", zhCN.columns))).toBe(true)
    expect(matches(cells, termsOf("！ａｌｐｈａ", zhCN.columns))).toBe(false)
    expect(matches(cells, termsOf("密码：锁定", zhCN.columns))).toBe(true)
  })

  it("marks only who is there, and undoes only what is gone", () => {
    fc.assert(
      fc.property(fc.array(operator), fc.array(operator), (before, after) => {
        const marked = before.reduce(toggled, { ...initial, operators: before })
        const now = reloaded({ ...marked, deleting: "alpha01" }, after)
        const live = after.filter(({ status }) => status !== "deleted").map(({ username }) => username)
        expect(now.marked.every((username) => live.includes(username))).toBe(true)
        const again = reloaded({ ...marked, resetting: marked.marked }, after)
        const isInitial = (name: string) =>
          after.some(({ username, status }) => username === name && status === "password-change-required")
        expect(again.marked.length === 0 || !marked.marked.every(isInitial)).toBe(true)
        expect(now.lastDeleted).toBe(live.includes("alpha01") ? undefined : "alpha01")
      })
    )
  })

  it("knows the one who was added since, whoever had the name before", () => {
    const [one, other] = fc.sample(
      operator.filter(({ status }) => status !== "deleted"),
      2
    )
    if (one === undefined || other === undefined) throw new Error("no operator")
    const there = { ...one, username: "there" }
    const fresh = { ...other, username: "fresh" }
    const before = { ...initial, operators: [there, { ...fresh, status: "deleted" as const }] }
    expect(addedTo(before, [there, fresh])).toBe("fresh")
    expect(addedTo(before, [there])).toBeUndefined()
    expect(addedTo(before, [there, fresh, { ...other, username: "another" }])).toBeUndefined()
    expect(addedTo(initial, [there])).toBeUndefined()
  })

  it("has advice for everybody, and names recreating where no method knows the document", () => {
    fc.assert(fc.property(operator, (one) => zhCN.advices[adviceFor(one)] !== ""))
    const [one] = fc.sample(operator, 1)
    if (one === undefined) throw new Error("no operator")
    const foreign = { type: "外国护照", number: "50*****32" }
    const plain = { ...one, self: false, differs: [], status: "active" as const }
    expect(adviceFor({ ...plain, holder: { name: "马**", document: foreign } })).toBe("recreate")
  })
})

describe("deleting", () => {
  it("nothing but the very name and a reason will do", () => {
    const at = (reason: string, name: string) => {
      const named: FormState<DeleteName> = withValue(withValue(deleting.form, "reason", reason), "typed", name)
      return notYet({ form: named }, "old_ciq_77")
    }
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (reason, more) => {
        expect(at(reason, `old_ciq_77${more}`)).toEqual({ _tag: "Differs" })
        expect(at(reason, "old_ciq_77") === undefined).toBe(reason.trim() !== "")
      })
    )
    expect(at("离职", "old_ciq_7")).toEqual({ _tag: "Missing", characters: 1 })
    for (const name of ["OLD_CIQ_77", "ｏｌｄ_ciq_77", " old_ciq_77"]) expect(at("离职", name)?._tag).toBe("Differs")
    expect(deleting.form.focus).toBe("cancel")
  })

  it("several passwords are reset only once their number stands there", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.string(), (many, text) => {
        const usernames = Array.from({ length: many }, (_, at) => `user${at}`)
        const { form } = initialFor(usernames)
        expect(form.focus).toBe("cancel")
        expect(counted(withValue(form, "count", text), usernames)).toBe(text === String(many))
      })
    )
  })
})

const lines = [
  ...[zhCN, en].flatMap((words) => [words.usual]),
  ...[deletingZh, deletingEn].flatMap(({ consequences, consequence }) =>
    consequences.map((one) => `${consequence}  ${one}`)
  ),
  ...[resettingZh, resettingEn].flatMap(({ consequences, doneWithin, tell }) => [
    ...consequences,
    doneWithin(72),
    tell
  ]),
  ...[addingZh, addingEn].flatMap((words) => [words.initialPassword(72), words.unique, words.typeTheName])
]

it("what stands on a line of its own fits it", () => {
  expect(lines.filter((line) => widthOf(line) > 77)).toEqual([])
})

it("is for administrators and legal-person cards, once the initial password is changed (R-73, R-79)", () => {
  const session = (role: Session["role"], restricted = false): Session => ({
    actor: Actor.Anonymous(),
    name: "somebody",
    role,
    restricted,
    since: 0
  })
  const open = [operators.command, addOperator.command, importing.command]
  const may = (one: Session) => open.map((command) => command?.may(one))
  expect(may(session("administrator"))).toEqual([true, true, false])
  expect(may(session("legal-person-card"))).toEqual([true, true, false])
  expect(may(session("administrator", true))).toEqual([false, false, false])
  for (const role of ["personal", "operator"] as const) expect(may(session(role))).toEqual([false, false, false])
  expect(may({ ...session("viewer"), actor: Actor.Staff({ name: "li", role: "viewer" }) })).toEqual([
    false,
    false,
    true
  ])
})
