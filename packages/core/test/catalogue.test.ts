import { existsSync, readdirSync } from "node:fs"
import { defaultPolicy, ruleIds } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { assumedValues } from "../src/rules/assumedValues.js"
import { catalogue } from "../src/rules/catalogue.js"
import { coverage } from "../src/rules/coverage.js"
import { decisions } from "../src/rules/decisions.js"
import * as rules from "../src/rules/index.js"

const notRules = ["Rule.ts", "assumedValues.ts", "catalogue.ts", "coverage.ts", "decisions.ts", "index.ts"]

const modulesIn = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(ending) && !notRules.includes(file))
    .map((file) => file.slice(0, -ending.length))
    .sort()

const modules = catalogue.map(({ module }) => module).sort()

const isSaid = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
  /\p{Script=Han}/u.test(zh) && zh.endsWith("。") && /^[A-Z]/.test(en) && en.endsWith(".")

describe("the catalogue of rules", () => {
  it("has one row and one test per rule file, and no other", () => {
    expect(modulesIn("../src/rules/", ".ts")).toEqual(modules)
    expect(modulesIn("./rules/", ".test.ts")).toEqual(modules)
  })

  it("names modules that the index offers", () => {
    for (const module of modules) expect(rules).toHaveProperty(module)
  })

  it("claims no rule twice", () => {
    const claimed = catalogue.flatMap(({ ids }) => ids)
    expect(new Set(claimed).size).toBe(claimed.length)
  })

  it("says each rule in both languages", () => {
    expect(catalogue.filter(({ says }) => !isSaid(says))).toEqual([])
  })
})

describe("the coverage of the manual", () => {
  it("has every rule once, in the manual's order", () => {
    expect(coverage.map(({ id }) => id)).toEqual([...ruleIds])
  })

  it("agrees with the catalogue on which file keeps which rule", () => {
    const kept = coverage.flatMap(({ id, enforced }) => (enforced.in === "rule" ? [`${id} ${enforced.module}`] : []))
    const listed = catalogue.flatMap(({ ids, module }) => ids.map((id) => `${id} ${module}`))
    expect(kept.sort()).toEqual(listed.sort())
  })

  it("names files that are there where a rule is kept elsewhere", () => {
    const missing = coverage.flatMap(({ enforced }) =>
      enforced.in === "elsewhere" && !existsSync(new URL(`../src/${enforced.where}.ts`, import.meta.url))
        ? [enforced.where]
        : []
    )
    expect(missing).toEqual([])
  })

  it("says each rule in both languages, and why where it is kept outside", () => {
    expect(coverage.filter(({ says }) => !isSaid(says)).map(({ id }) => id)).toEqual([])
    expect(coverage.filter(({ enforced }) => enforced.in === "outside" && !isSaid(enforced.why))).toEqual([])
  })
})

describe("the decisions", () => {
  it("are ten, each said in both languages and kept by files that are there", () => {
    expect(decisions.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => `D${index + 1}`))
    expect(decisions.filter(({ says }) => !isSaid(says))).toEqual([])
    const missing = decisions
      .flatMap(({ kept }) => kept)
      .filter((where) => !existsSync(new URL(`../src/${where}.ts`, import.meta.url)))
    expect(missing).toEqual([])
  })
})

describe("the values of the policy", () => {
  const leaves = (value: object, path: ReadonlyArray<string> = []): ReadonlyArray<string> =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? leaves(inner, [...path, key])
        : [[...path, key].join(".")]
    )

  it("are each said once to be the manual's or our reading, in their order", () => {
    expect(assumedValues.map(({ path }) => path)).toEqual(leaves(defaultPolicy))
  })

  it("are said in both languages", () => {
    expect(assumedValues.filter(({ says }) => !isSaid(says)).map(({ path }) => path)).toEqual([])
  })

  it("take a decision only where the manual is silent", () => {
    expect(assumedValues.filter(({ basis, decision }) => basis === "manual" && decision !== undefined)).toEqual([])
  })

  it("hold no more of the manual than the manual says", () => {
    expect(assumedValues.filter(({ basis }) => basis === "manual").map(({ path }) => path)).toEqual([
      "enterprise.editLimit",
      "certification.levels.legal-representative",
      "certification.banks",
      "password.initial"
    ])
  })
})
