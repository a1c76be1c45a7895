import { defaultPolicy, validityProblems } from "@single-window/core"
import * as Arbitraries from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { withFocus, withValue } from "../../src/form/Form.js"
import { editOf, identityForm, problemsOf } from "../../src/screens/identity/model.js"
import { firstProblem } from "../../src/screens/identity/rows.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf, certifyByCard, person, stored } from "./people.js"

const ground = { policy: defaultPolicy, today: "20261125", kept: "resident-id" }

describe("the form of an identity", () => {
  it("finds nothing wrong with any right identity, and hands over all of it", () => {
    fc.assert(
      fc.property(Arbitraries.holder, (holder) => {
        fc.pre(holder.validity === undefined || validityProblems(holder.validity, ground.today).length === 0)
        const form = identityForm(
          { ...ground, kept: undefined },
          {
            name: holder.name,
            type: holder.document.type,
            number: holder.document.number,
            from: holder.validity?.from ?? "",
            to: holder.validity?.to ?? ""
          }
        )
        expect(problemsOf(form, { ...ground, kept: undefined })).toEqual({})
        expect(editOf(form, { ...ground, kept: undefined })).toEqual({
          name: holder.name,
          document: holder.document,
          ...(holder.validity === undefined ? {} : { validity: holder.validity })
        })
      }),
      { numRuns: 300 }
    )
  })

  it("hands over nothing of what stayed empty", () => {
    const form = identityForm(ground, { type: "keep" })
    expect(editOf(form, ground)).toEqual({})
    expect(problemsOf(form, ground)).toEqual({})
  })

  it("names the field that is in the way, the first of them", () => {
    const whole = { ...ground, kept: undefined }
    const values = { name: "王小明", type: "resident-id", from: "20200101", to: "20400101" }
    const said = (more: Readonly<Record<string, string>>) =>
      firstProblem(identityForm(whole, { ...values, ...more }), whole, "zh")
    expect(said({ number: "11010119900307441X" })).toBe("证件号码: 校验码不符，请核对是否输错")
    expect(said({ number: "" })).toBe("证件号码: 未填写")
    expect(said({ number: "110101199003074418", from: "" })).toBe("有效起始日期: 未填写")
    expect(said({ number: "110101199003074418" })).toBeUndefined()
  })

  it("asks for a number with another kind of document, for both dates, and refuses a foreign passport", () => {
    const empty = identityForm(ground, { type: "keep" })
    expect(problemsOf(withValue(empty, "type", "passport"), ground)).toEqual({ number: "number-needed" })
    expect(problemsOf(withValue(empty, "from", "20200101"), ground)).toEqual({ to: "both-dates" })
    const foreign = withValue(withValue(empty, "type", "passport"), "number", "503055832")
    expect(problemsOf(foreign, ground)).toEqual({ number: "not-prc" })
    expect(problemsOf(withValue(withFocus(empty, "number"), "number", "11010119900307441X"), ground)).toMatchObject({
      number: "check-character-mismatch"
    })
  })
})

const certified = accountOf("sh77", "shanghai")
let screen: OpenScreen
afterEach(() => screen?.close())

describe("editing the identity", () => {
  it("says what is wrong as it is typed, warns of what becomes void, saves, and tells", async () => {
    screen = await openScreen({ accounts: [certified], as: "sh77" })
    await screen.run(certifyByCard(screen.mock, "sh77", "shanghai-legal-person"))
    await screen.until("可以去")
    await screen.press("i")
    await screen.until("留空的项目不改")
    expect(screen.text()).toMatch(/张\*+ +身份证 310\*+9981/)
    await screen.press("Tab", "Tab")
    screen.type("31011519651209998")
    await screen.until("证件号码: ")
    expect(screen.text()).not.toContain("31011519651209998")
    await screen.press("F8", "Shift-Tab", "Right", "Right")
    await screen.until("< 护照 >")
    expect(screen.text()).toContain("只有身份证有有效期")
    expect(screen.text()).toContain("换证件类型时要填新的证件号码")
    await screen.press("Tab")
    screen.type("EX0009986")
    await screen.press("Ctrl-s")
    await screen.until("保存前请核对")
    expect(screen.text()).toMatch(/将修改: .*证件类型, 证件号码/)
    expect(screen.text()).toContain("账号所有人身份认证")
    // The first button in focus is the one that changes nothing.
    await screen.press("Enter")
    await screen.until("留空的项目不改")
    await screen.press("Ctrl-s")
    await screen.until("保存前请核对")
    await screen.press("Tab", "Enter")
    await screen.until("身份信息已保存")
    expect(screen.text()).toContain("已失效: 企业信息认证, 账号所有人身份认证")
    expect((await screen.run(stored("sh77"))).account.holder.document).toEqual({
      type: "passport",
      number: "EX0009986"
    })
  })

  it("refuses a document that another account of the enterprise has, and keeps what was typed", async () => {
    screen = await openScreen({ accounts: [certified, accountOf("shanghai127", "shanghai")], as: "sh77" })
    await screen.until("可以去")
    await screen.press("i")
    await screen.until("留空的项目不改")
    await screen.press("Tab", "Tab")
    screen.type(person("shanghai127").document.number)
    await screen.press("Ctrl-s")
    await screen.until("保存时才核对")
    // Whoever could rehearse it could guess somebody's number without end.
    await screen.press("Ctrl-s")
    await screen.until("该证件类型证件号已存在")
    expect(screen.text()).toMatch(/\[\*{18} /)
  })
})
