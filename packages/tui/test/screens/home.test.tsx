import { Origin } from "@single-window/core"
import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { en } from "../../src/screens/home/en.js"
import { type HomeState, nextWords } from "../../src/screens/home/model.js"
import { zhCN } from "../../src/screens/home/zhCN.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

type Own = NonNullable<HomeState["own"]>
const own = (next: Own["completeness"]["next"], details: Partial<Own["details"]>): Own => ({
  details: {
    username: "zhang01",
    role: "personal",
    origin: "migrated",
    status: "active",
    enterprise: { name: "", unifiedSocialCreditCode: "", organizationCode: "", legalRepresentativeName: "" },
    holder: { name: "", document: { type: "", number: "" } },
    mobile: "",
    email: "",
    certification: { enterprise: "none", holder: "none", methods: [] },
    level: "none",
    cardBinding: "none",
    administratorAssisted: false,
    ...details
  },
  completeness: { problems: [], next, methods: [] }
})

describe("what home says is next", () => {
  it("names what is due and nothing else, and calls nobody certified who is not", () => {
    const level = fc.constantFrom("none" as const, "low" as const, "medium" as const, "high" as const)
    const next = fc.subarray(["edit-enterprise" as const, "edit-holder" as const, "certify" as const])
    fc.assert(
      fc.property(fc.constantFrom(...Origin.literals), level, next, fc.boolean(), (origin, level, due, manages) => {
        for (const words of [zhCN, en]) {
          const said = nextWords(own(due, { origin, level }), manages, words)
          if (due.length > 0) expect(said).toEqual(due.map((action) => words.actions[action]))
          else expect(said[0]).toBe(level === "none" ? words.nothing[origin] : words.nothing.certified)
          expect(said.includes(words.manages)).toBe(due.length === 0 && manages)
        }
      })
    )
  })
  it("tells a certification that is void or under way from one that was never begun", () => {
    const voided = { certification: { enterprise: "valid", holder: "voided", methods: [] } } as const
    const journey = { journey: { method: "ic-card", step: "card", expiresAt: "" } } as const
    expect(nextWords(own(["certify"], {}), false, en)).toEqual(["certify (by IC card if there is one)"])
    expect(nextWords(own(["certify"], voided), false, en)).toEqual([
      "certify again (the earlier certification is void)"
    ])
    expect(nextWords(own(["certify"], journey), false, en)).toEqual(["go on certifying"])
  })
})

describe("the home screen", () => {
  let screen: OpenScreen
  afterEach(() => screen.close())

  it("sends an administrator who registered to the operators, not to a certification that is refused (R-02)", async () => {
    screen = await openScreen({
      accounts: [{ ...accountOf("sh77", "shanghai"), role: "administrator" }],
      as: "sh77"
    })
    await screen.until("接下来        没有待办: 在单一窗口注册的账号无需在此认证")
    await screen.until("              可管理本企业的操作员 (按 o)")
    await screen.press("o")
    await screen.until("命中 1/1")
    await screen.press("Esc", "F2")
    await screen.until("Next          nothing: registered accounts need no certification here")
    await screen.until("you may manage the enterprise's operators (o)")
  })

  it("leads who was migrated all the way: to certifying, on with it, and to certifying again once it is void", async () => {
    screen = await openScreen({ accounts: [accountOf("sh77", "shanghai")], as: "sh77" })
    await screen.until(/接下来 +做实名认证/)
    await screen.press("c")
    await screen.until("三种都可以做")
    await screen.press("Enter")
    await screen.until("电子口岸卡")
    await screen.press("Enter")
    await screen.until("输入卡密码后读卡")
    await screen.press("Esc")
    await screen.until("三种都可以做")
    await screen.press("Esc")
    await screen.until(/接下来 +接着做实名认证/)
  })
})
