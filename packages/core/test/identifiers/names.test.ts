import {
  checkEnterpriseName,
  checkMigratedUsername,
  checkPersonName,
  enterpriseNameKey,
  personNameKey
} from "@single-window/core/identifiers"
import {
  enterpriseName,
  goodEnterpriseNames,
  goodPersonNames,
  hostileCharacters,
  hostileNames,
  personName
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("J1: what must be refused, and what must not", () => {
  it("at least 300 hostile names are refused as a person's and as an enterprise's, each with a reason", () => {
    expect(new Set(hostileNames.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300)
    // a few marks belong in the names of enterprises: those are no attack there
    for (const { category, text } of hostileNames) {
      for (const check of [checkPersonName, checkEnterpriseName]) {
        const { valid, normalized, problems } = check(text)
        expect([category, text, valid, normalized]).toEqual([category, text, false, ""])
        expect(problems.length).toBeGreaterThan(0)
      }
    }
  })

  it("at least 500 good names of each kind are accepted without a word", () => {
    expect(goodPersonNames.length).toBeGreaterThanOrEqual(500)
    expect(goodEnterpriseNames.length).toBeGreaterThanOrEqual(500)
    for (const name of goodPersonNames) {
      expect([name, checkPersonName(name)]).toMatchObject([name, { valid: true, normalized: name, problems: [] }])
    }
    for (const name of goodEnterpriseNames) {
      expect([name, checkEnterpriseName(name)]).toMatchObject([name, { valid: true, normalized: name, problems: [] }])
    }
  })

  it("says where: a hidden character anywhere in any name is pointed at", () => {
    const codes = {
      control: "control-character",
      bidirectional: "bidirectional-character",
      invisible: "invisible-character",
      tag: "invisible-character",
      surrogate: "lone-surrogate",
      private: "private-or-unassigned-character",
      cyrillic: "look-alike-letter",
      greek: "look-alike-letter",
      fullWidthLatin: "full-width-letter"
    }
    const hostile = fc.constantFrom(
      ...Object.entries(codes).flatMap(([category, code]) =>
        (hostileCharacters[category] ?? []).map((character) => ({ character, code }))
      )
    )
    fc.assert(
      fc.property(fc.oneof(personName, enterpriseName), hostile, fc.nat(), (name, { character, code }, at) => {
        const characters = Array.from(name)
        const place = at % (characters.length + 1)
        const text = [...characters.slice(0, place), character, ...characters.slice(place)].join("")
        expect(checkEnterpriseName(text).problems[0]).toEqual({ code, severity: "error", position: place + 1 })
      }),
      { numRuns: 1000 }
    )
  })
})

describe("one name, one form", () => {
  it("middle dots of five kinds are one", () => {
    for (const dot of ["\u00b7", "\u2022", "\u2027", "\u30fb", "\uff0e"]) {
      expect(checkPersonName(`阿卜杜拉${dot}买买提`).normalized).toBe("阿卜杜拉·买买提")
      expect(checkEnterpriseName(`阿卜杜拉${dot}买买提餐厅`).normalized).toBe("阿卜杜拉·买买提餐厅")
    }
  })

  it("brackets of an enterprise are full-width", () => {
    for (const typed of ["(集团)", "（集团)", "(集团）", "（集团）"]) {
      expect(checkEnterpriseName(`示例${typed}有限公司`).normalized).toBe("示例（集团）有限公司")
    }
  })

  it("blanks are trimmed and runs of them are one", () => {
    fc.assert(
      fc.property(fc.stringOf(fc.constantFrom(" ", "\u3000", "\u00a0"), { minLength: 1, maxLength: 5 }), (blanks) => {
        expect(checkPersonName(`${blanks}ZHANG${blanks}WEI${blanks}`).normalized).toBe("ZHANG WEI")
      })
    )
  })

  it("decomposed letters are composed, and marks that make no letter are refused", () => {
    expect(checkPersonName("Nguye\u0302\u0303n").normalized).toBe("Nguyễn")
    expect(checkPersonName("a\u0300\u0301\u0302").problems[0]).toMatchObject({ code: "stacked-marks", position: 2 })
    expect(checkPersonName("张\u0301").problems[0]).toMatchObject({ code: "stacked-marks", position: 2 })
  })

  it("a compatibility ideograph is kept as written and compared as what it stands for", () => {
    const written = "\u{2f800}娜"
    expect(checkPersonName(written)).toMatchObject({ normalized: "丽娜", facts: { written } })
    expect(personNameKey(written)).toBe(personNameKey("丽娜"))
  })

  it("a stored name that is not valid still has a key", () => {
    expect(personNameKey(" 张*")).toBe("张*")
    expect(enterpriseNameKey("(示例) ")).toBe("（示例）")
    expect(enterpriseNameKey("")).toBe("")
  })

  it("is neither too long nor parted in odd places", () => {
    expect(checkPersonName("张".repeat(64)).valid).toBe(true)
    expect(checkPersonName("张".repeat(65)).problems).toContainEqual({ code: "too-long", severity: "error" })
    expect(checkEnterpriseName("示".repeat(200)).valid).toBe(true)
    expect(checkEnterpriseName("示".repeat(201)).valid).toBe(false)
    for (const name of ["·买买提", "买买提·", "阿卜杜拉··买买提", "阿卜杜拉· ·买买提"]) {
      expect(checkPersonName(name).problems.map(({ code }) => code)).toContain("misplaced-middle-dot")
    }
    expect(checkPersonName("张")).toMatchObject({ valid: true, problems: [{ code: "unusually-short" }] })
    expect(checkEnterpriseName("示例（有限公司")).toMatchObject({
      valid: true,
      problems: [{ code: "unbalanced-brackets", severity: "warning" }]
    })
  })
})

it("R-78: a migrated user name may be anything that can be seen, up to 64 characters", () => {
  for (const name of ["张三", "a", "user name", "12345", "ünal@gd", "外管-001", "𠮷".repeat(64)]) {
    expect(checkMigratedUsername(name)).toMatchObject({ valid: true, normalized: name })
  }
  for (const category of ["control", "bidirectional", "invisible", "tag", "surrogate", "private"]) {
    for (const character of hostileCharacters[category] ?? []) {
      expect([character, checkMigratedUsername(`ab${character}cd`).valid]).toEqual([character, false])
    }
  }
  expect(checkMigratedUsername("a".repeat(65)).valid).toBe(false)
})
