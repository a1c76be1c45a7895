import {
  checkBankCardNumber,
  checkEnterpriseName,
  checkIdentifier,
  checkPersonName,
  checkResidentId,
  checkUnifiedSocialCreditCode,
  checkUsername,
  checkValidityPeriod,
  type Problem,
  type ProblemCode,
  problemCodes,
  problemSentence
} from "@single-window/core/identifiers"
import { describe, expect, it } from "vitest"

/** An input for every problem, so that no sentence is there for a problem that cannot occur. */
const occurrences: Readonly<Record<Exclude<ProblemCode, "not-canonical">, ReadonlyArray<Problem>>> = {
  blank: checkPersonName(" ").problems,
  "too-short": checkUsername("abc").problems,
  "too-long": checkUsername("a".repeat(19)).problems,
  "wrong-length": checkResidentId("1").problems,
  "wrong-format": checkIdentifier("passport", "护").problems.concat(checkIdentifier("passport", "ABC").problems),
  "forbidden-character": checkUsername("abc_def").problems,
  "control-character": checkPersonName("张\u0000").problems,
  "invisible-character": checkPersonName("张\u200b").problems,
  "bidirectional-character": checkPersonName("张\u202e").problems,
  "lone-surrogate": checkPersonName("张\ud800").problems,
  "private-or-unassigned-character": checkPersonName("张\ue000").problems,
  "other-script-digit": checkResidentId("٠").problems,
  "other-script": checkPersonName("가").problems,
  "look-alike-letter": checkPersonName("\u0410").problems,
  "full-width-letter": checkPersonName("Ａ").problems,
  "digit-expected": checkIdentifier("mobile", "1380000000O").problems,
  "letter-expected": checkIdentifier("hk-macao-permit", "112345678").problems,
  "letter-not-used": checkUnifiedSocialCreditCode("91350100M00010OY43").problems,
  "check-character-mismatch": checkResidentId("110101199003070012").problems,
  "organization-code-mismatch": checkUnifiedSocialCreditCode("911101085636548888").problems,
  "luhn-mismatch": checkBankCardNumber("6226000000000004").problems,
  "reserved-range": checkIdentifier("organization-code", "PDY000010").problems,
  "obsolete-fifteen-digits": checkResidentId("110101900307001").problems,
  "unknown-region": checkResidentId("990101199003070013").problems,
  "is-hmt-residence": checkResidentId("810000199001010019").problems,
  "not-hmt-residence": checkIdentifier("hmt-residence", "110101199003070011").problems,
  "birth-date-in-future": checkResidentId("110101199003070011", { today: "19800101" }).problems,
  "birth-date-implausible": checkResidentId("11204416541220243X").problems,
  "not-prc": checkIdentifier("passport", "TK1234567").problems,
  "not-a-mobile-number": checkIdentifier("mobile", "23800000001").problems,
  "unknown-kind": checkIdentifier("no such kind" as "uscc", "").problems,
  "date-format": checkIdentifier("validity", "2015").problems,
  "not-a-real-date": checkValidityPeriod("20150230", "20250228").problems,
  "no-expiry-as-start": checkValidityPeriod("00000000", "20250228").problems,
  "end-not-after-start": checkValidityPeriod("20150301", "20140301").problems,
  "start-in-future": checkValidityPeriod("20150301", "20250301", { today: "20140301" }).problems,
  expired: checkValidityPeriod("20150301", "20250301", { today: "20260301" }).problems,
  "start-before-first-card": checkValidityPeriod("19800301", "00000000").problems,
  "unusual-span": checkValidityPeriod("20150301", "20160301").problems,
  "span-does-not-fit-age": checkValidityPeriod("20150301", "20200301", { birthDate: "19800101" }).problems,
  "no-letter": checkUsername("1234567").problems,
  "stacked-marks": checkPersonName("a\u0300\u0301").problems,
  "misplaced-middle-dot": checkPersonName("·张伟").problems,
  "unbalanced-brackets": checkEnterpriseName("示例（").problems,
  "unusually-short": checkPersonName("张").problems
}

describe("sentences", () => {
  it.each(Object.entries(occurrences))("%s occurs", (code, problems) => {
    expect(problems.map((problem) => problem.code)).toContain(code)
  })

  it("are there for every problem, in Chinese and in English, none of them twice", () => {
    expect(new Set(problemCodes)).toEqual(new Set([...Object.keys(occurrences), "not-canonical"]))
    for (const language of ["zh", "en"] as const) {
      const all = problemCodes.map((code) => problemSentence({ code, severity: "error" }, language))
      expect(new Set(all).size).toBe(problemCodes.length)
      for (const sentence of all) expect(sentence).toMatch(language === "zh" ? /\p{Script=Han}/u : /^[ -~]+$/)
    }
  })

  it("say where", () => {
    const problem: Problem = { code: "digit-expected", severity: "error", position: 5 }
    expect(problemSentence(problem, "zh")).toBe("第 5 个字符：此处应为数字")
    expect(problemSentence(problem, "en")).toBe("Character 5: A digit is expected here")
  })
})
