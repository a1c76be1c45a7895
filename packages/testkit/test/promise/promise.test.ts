import { afterEach, describe, expect, it } from "vitest"
import { open, type TestWindow } from "../../src/promise/index.js"
import "../../src/vitest/index.js"

let window: TestWindow
afterEach(() => window.close())

const zhuTao = { from: "20200401", to: "20300401" }

describe("a single window in memory, without Effect", () => {
  it("walks a certification to its level", async () => {
    window = await open()
    expect(await window.account("ciq_bj_001")).toStandAt("none")
    await window.do("StartCertification", { method: "bank-ukey", bank: "CCB" }, { as: "ciq_bj_001" })
    const halfway = await window.do("CompleteBankUkey", { parameters: "$bankReturn" }, { as: "ciq_bj_001" })
    expect(halfway.ok).toMatchObject({ step: "account-holder" })
    const done = await window.do(
      "VerifyPersonByIdCard",
      { subject: "account-holder", validity: zhuTao },
      { as: "ciq_bj_001" }
    )
    expect(done).toStandAt("medium")
    expect(await window.account("ciq_bj_001")).toStandAt("medium")
  })

  it("a refusal is an answer, with its facts", async () => {
    window = await open()
    const answer = await window.do("StartCertification", { method: "ic-card" }, { as: "tongdaadmin" })
    expect(answer).toBeRefused("NotInScope")
    expect(answer).toBeRefused("NotInScope", { origin: "registered" })
    expect(answer).not.toBeRefused("NotInScope", { origin: "card" })
    expect(answer).not.toBeRefused("AlreadyCertified")
    expect(await window.do("AbandonCertification", {}, { as: "ciq_bj_001" })).not.toBeRefused("NotFound")
    expect(() => expect(answer).toBeRefused("AlreadyCertified")).toThrow(
      "expected the answer to be refused with AlreadyCertified, and it was with NotInScope"
    )
    expect(() => expect({ level: "none" }).toStandAt("high")).toThrow(
      "expected to stand at high, and it stands at none"
    )
  })

  it("the front door itself is at hand, on the same store and the same clock", async () => {
    window = await open({ clock: "2022-05-10T09:00:00+08:00", policy: { "certification.journeyMinutes": 5 } })
    const actor = await window.actor("ciq_bj_001")
    const started = await window.door.execute(actor, "StartCertification", { method: "legal-representative" })
    expect(started.ok?.expiresAt).toBe("2022-05-10T01:05:00.000Z")
    await window.advance("6 minutes")
    expect(
      await window.door.execute(actor, "VerifyEnterprise", {
        legalRepresentativeDocument: { type: "resident-id", number: "119999198006150116" }
      })
    ).toBeRefused("CertificationExpired")
    expect(window.now()).toBe(Date.UTC(2022, 4, 10, 1, 6))
  })

  it("steers the outside: cards, faults, codes, captchas", async () => {
    window = await open()
    const as = { as: "ciq_bj_001" }
    expect(await window.do("BindCard", {}, as)).toBeRefused("CardMissing")
    await window.insertCard("tongdaOperator")
    expect((await window.do("BindCard", {}, as)).ok).toMatchObject({ binding: "bound" })
    await window.removeCard()
    expect(await window.do("LogInWithCard")).toBeRefused("CardMissing")
    await window.do("StartCertification", { method: "legal-representative" }, as)
    await window.fault("registry", "unavailable")
    const document = { legalRepresentativeDocument: { type: "resident-id", number: "119999198006150116" } }
    expect(await window.do("VerifyEnterprise", document, as)).toBeRefused("VerifierUnavailable", { port: "registry" })
    await window.do("VerifyEnterprise", document, as)
    const card = { subject: "legal-representative", cardNumber: "6299990000000000012", mobile: "13800000001" }
    expect(await window.lastCode()).toBeUndefined()
    await window.do("RequestBankCardCode", card, as)
    const code = await window.lastCode()
    expect(code).toMatch(/^\d{6}$/)
    expect((await window.do("ConfirmBankCardCode", { subject: card.subject, code }, as)).ok).toMatchObject({
      step: "account-holder"
    })
    const captcha = await window.captcha()
    expect(await window.do("LogIn", { username: "ciq_bj_001", password: "Wrong#1", captcha })).toBeRefused(
      "CredentialsWrong"
    )
  })

  it("a wrong name in the setting is told with the nearest right one", async () => {
    window = await open()
    await expect(
      open({
        people: { zhang: { name: "张伟", document: { type: "passport", number: "EA0000003" } } },
        accounts: [{ username: "ciq_bj_001", holder: "zhnag" }]
      })
    ).rejects.toThrow("no such person: zhnag; did you mean zhang?")
  })

  it("a mistake of the test stops it, with what was meant, in place of an answer that looks like one", async () => {
    window = await open()
    const as = { as: "ciq_bj_001" }
    await expect(window.do("EditEnterprize" as never, {}, as)).rejects.toThrow("did you mean EditEnterprise?")
    await expect(window.do("EditEnterprise", {}, { sa: "ciq_bj_001" } as never)).rejects.toThrow("no such option: sa")
    await expect(window.do("EditEnterprise", {}, "ciq_bj_001" as never)).rejects.toThrow("who does it is an option")
    await expect(window.do("EditEnterprise", {}, { as: "staff:wang/clark" })).rejects.toThrow("did you mean clerk?")
    await expect(window.do("CompleteBankUkey", { parameters: "$bankReturn" }, as)).rejects.toThrow(
      "the step could not be tried: no bank was asked for this account"
    )
    await expect(window.do("CompleteBankUkey", { parameters: "$bankRetrn" }, as)).rejects.toThrow(
      "there is no placeholder $bankRetrn; there are $captcha, $sms, $bankReturn"
    )
    await expect(window.fault("id-crd" as never, "unavailable")).rejects.toThrow(
      "there is no port id-crd; there are registry, id-card"
    )
    await expect(open({ acounts: [] } as never)).rejects.toThrow(
      "setting acounts: no such key: acounts; did you mean accounts?"
    )
  })

  it("durations and faults are also taken as a scenario and the world write them", async () => {
    window = await open()
    const before = window.now()
    await window.advance("PT31M")
    expect(window.now() - before).toBe(31 * 60_000)
    await expect(window.advance("soon")).rejects.toThrow('no duration: soon; write "31 minutes" or "PT31M"')
    await window.fault("sms", ["unavailable"])
    await window.do("StartCertification", { method: "bank-ukey", bank: "CCB" }, { as: "ciq_bj_001" })
    await window.do("CompleteBankUkey", { parameters: "$bankReturn" }, { as: "ciq_bj_001" })
    const card = { subject: "account-holder", cardNumber: "6299990000000000186", mobile: "13800000018" }
    expect(await window.do("RequestBankCardCode", card, { as: "ciq_bj_001" })).toBeRefused("VerifierUnavailable")
  })

  it("a matcher judges answers and accounts only, and no mistake passes for one, under not either", async () => {
    window = await open()
    const refused = await window.do("StartCertification", { method: "ic-card" }, { as: "tongdaadmin" })
    expect(refused).toBeRefused()
    expect(() => expect(refused).not.toBeRefused()).toThrow(
      "expected the answer not to be refused, and it was with NotInScope"
    )
    expect(() => expect({ ok: {} }).toBeRefused()).toThrow("expected the answer to be refused, and it was not refused")
    expect(() => expect(refused).toBeRefused("NotInScope", { origin: "card" })).toThrow("it was, with other facts")
    expect(() => expect(refused).toBeRefused("NotInScop" as never)).toThrow("did you mean NotInScope?")
    const answering = window.do("StartCertification", { method: "ic-card" }, { as: "tongdaadmin" })
    expect(() => expect(answering).not.toBeRefused("NotFound")).toThrow("this is a promise: await it")
    expect(() => expect(window.account("ciq_bj_001")).not.toStandAt("high")).toThrow("this is a promise: await it")
    expect(() => expect(refused.refused).not.toBeRefused("NotFound")).toThrow("this is no answer of a command")
    expect(() => expect(refused).not.toStandAt("high")).toThrow("this was refused with NotInScope")
    expect(() => expect({ ok: {} }).not.toStandAt("high")).toThrow("no level is told here")
    const nobody = await window.account("nobody")
    expect(() => expect(nobody).not.toStandAt("high")).toThrow("there is no account here")
    await answering
  })
})
