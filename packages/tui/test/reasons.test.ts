import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { StoreUnavailable } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { reasonInChinese } from "../src/text/reasonsZhCN.js"
import { sentenceOf } from "../src/text/sentenceOf.js"
import { inProcess } from "./cli/inProcess.js"

const packages = fileURLToPath(new URL("../..", import.meta.url))
const places = [
  "core/src/store",
  "adapters/src/sql",
  "adapters/src/sqlite",
  "adapters/src/postgres",
  "adapters/src/vault"
]

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(packages, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(packages, folder, name), "utf8"))

/** Whatever stands as a reason in the sources, with something in place of what is put in. */
const reasonsIn = (text: string): ReadonlyArray<string> =>
  [
    ...text.matchAll(
      /(?:reason: |reason = |detail: |\bfail\(|fails\(|unreachable\(|unavailable\(|doesNotOpen\(|(?:file|place|)\) => )\s*(`[^`]+`|"[^"]+")/g
    )
  ]
    .map(([, literal = ""]) => literal.slice(1, -1))
    .filter((literal) => /^[^-].* |^vault$/.test(literal))
    .map((literal) => literal.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "X"))

describe("why a store cannot be asked, in Chinese", () => {
  const reasons = [...new Set(places.flatMap(filesIn).flatMap(reasonsIn))]

  it("has words for every reason that stands in the sources", () => {
    expect(reasons.length).toBeGreaterThan(50)
    expect(reasons.filter((reason) => !/\p{Script=Han}/u.test(reasonInChinese(reason)))).toEqual([])
  })

  it("keeps names and codes, and leaves alone what it does not know", () => {
    expect(reasonInChinese("/var/lib/single window.db cannot be migrated: no server answers at db:5432")).toBe(
      "/var/lib/single window.db 不能升级：db:5432 没有服务应答"
    )
    expect(reasonInChinese("the key file /k is open to other users: chmod 600 it, or change the key")).toContain(
      "/k 可被"
    )
    expect(reasonInChinese("something else")).toBe("something else")
    const refusal = new StoreUnavailable({ reason: "x.db is damaged" })
    expect(sentenceOf(refusal, "zh")).toContain("x.db 已损坏")
    expect(sentenceOf(refusal, "en")).toContain("x.db is damaged")
  })
})

describe("the screens", () => {
  it("take the sentence of a refusal from where its reason is in their language, never from the core alone", () => {
    const places = ["screens", "components", "hooks", "terminal"].map((name) => join(packages, "tui/src", name))
    const direct = places.flatMap((place) =>
      readdirSync(place, { recursive: true, encoding: "utf8" }).filter(
        (name) => /\.tsx?$/.test(name) && readFileSync(join(place, name), "utf8").includes("refusalSentence")
      )
    )
    expect(direct).toEqual([])
  })
})

describe("the help of a sub-command", () => {
  it.each(["check", "do", "simulate", "bank-return", "screen", "plan"])(
    "of %s is Chinese where Chinese is spoken",
    async (name) => {
      const { status, stdout } = await inProcess([name, "--help", "--lang", "zh"])
      expect(status).toBe(0)
      // Five English words in a row are a sentence.
      expect(stdout.split("\n").filter((line) => /(?:[A-Za-z]+ ){4}[a-z]+/.test(line))).toEqual([])
      expect((await inProcess([name, "--help", "--lang", "en"])).stdout).toContain("DESCRIPTION")
    }
  )
})
