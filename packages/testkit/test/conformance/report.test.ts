import { assert, describe, it } from "@effect/vitest"
import { EnterpriseRegistry, Vault, Verdict } from "@single-window/core"
import {
  type CaseReport,
  ExpectedFailures,
  type Outcome,
  passed,
  report,
  Suites,
  toJson,
  toText,
  WorldSamples
} from "@single-window/testkit/report"
import { Effect, Either, Layer } from "effect"
import * as fc from "fast-check"
import { spoiled } from "../../src/conformance/defects/spoiled.js"
import * as Conformance from "../../src/conformance/index.js"
import { mustFail } from "../../src/conformance/register.js"
import { personasWorld } from "../../src/personas/index.js"
import * as World from "../../src/world/index.js"

const world = World.layer(personasWorld, { lateBy: "30 seconds" })
const suite = Suites.enterpriseRegistry(WorldSamples.enterpriseRegistry)
const { match: questions, mismatch, mixed } = WorldSamples.enterpriseRegistry
const few = Suites.enterpriseRegistry({ match: questions, mismatch, mixed })
const names = suite.cases.map(({ name }) => name)
const match = "MUST answer Match for what is on record"
const differs = "MUST NOT answer Match when any one element differs"

const yes = spoiled(EnterpriseRegistry, () => ({ check: () => Effect.succeed(Verdict.Match()) }))

const named = (cases: ReadonlyArray<CaseReport> | undefined, outcome: Outcome) =>
  (cases ?? []).flatMap((one) => (one.outcome === outcome ? [one.name] : []))

const gap = (fields: Partial<ExpectedFailures.ExpectedFailure>): ExpectedFailures.ExpectedFailure => ({
  case: differs,
  reason: "known",
  ...fields
})

describe("a report", () => {
  it.effect("says of a sound layer that it keeps every case, in both languages and as JSON", () =>
    Effect.gen(function* () {
      const reports = yield* report("the personas' world", world, [suite, Suites.vault()])
      assert.deepStrictEqual(
        reports.map(({ port, layer }) => [port, layer]),
        [
          ["EnterpriseRegistry", "the personas' world"],
          ["Vault", "the personas' world"]
        ]
      )
      const [registry] = reports
      assert.deepStrictEqual(named(registry?.cases, "kept"), names)
      assert.isTrue(passed(reports))
      assert.match(toText(reports, "en"), /^PASSED: \d+ kept$/m)
      assert.match(toText(reports, "zh"), /^通过：\d+ 项符合$/m)
      assert.deepStrictEqual(JSON.parse(toJson(reports)), reports)
      for (const { must, name } of registry?.cases ?? []) {
        assert.isTrue(name.startsWith(`${must} `))
        assert.strictEqual(must === "MUST", !name.startsWith("MUST NOT "))
      }
    })
  )

  it.effect("says of a broken layer what it did instead, and agrees with the suite about which cases", () =>
    Effect.gen(function* () {
      const reports = yield* report("always true", yes, [suite])
      const breaches = yield* Conformance.breaches(yes, suite.cases)
      assert.deepStrictEqual(
        named(reports[0]?.cases, "broken"),
        breaches.map(({ of }) => of)
      )
      const found = reports[0]?.cases.find(({ name }) => name === differs)
      assert.include(found?.detail, '"_tag":"Match"')
      assert.include(found?.detail, "to what differs in name, in place of Mismatch or MismatchOrNoRecord")
      assert.isFalse(passed(reports))
      assert.match(toText(reports, "zh"), /^不通过：/m)
    })
  )

  it.effect("says which cases it had to skip, and for want of which sample", () =>
    Effect.gen(function* () {
      const { change: _, outage: __, ...fewer } = WorldSamples.enterpriseRegistry
      const [found] = yield* report("fewer samples", world, [Suites.enterpriseRegistry(fewer)])
      const skipped = found?.cases.filter(({ outcome }) => outcome === "skipped") ?? []
      assert.deepStrictEqual(
        skipped.map(({ detail }) => detail),
        ["outage", "outage", "outage", "change"]
      )
      assert.sameMembers(found?.cases.map(({ name }) => name) ?? [], names)
      const [ledger] = yield* report("nothing", Layer.empty, [{ ...Suites.ledger(), cases: [] }])
      assert.deepStrictEqual(named(ledger?.cases, "skipped"), [Conformance.LedgerConformance.KEEPS_EVERYTHING])
    })
  )

  it.effect("names the sample that was answered wrongly, for the one element that is not compared", () =>
    Effect.gen(function* () {
      const element = "organizationCode"
      const careless = spoiled(EnterpriseRegistry, (sound) => ({
        check: (question) => {
          const odd = mismatch.find((one) => one.question === question && one.element === element)
          return sound.check(odd === undefined ? question : questions[0])
        }
      }))
      const [found] = yield* report("careless", careless, [few])
      const details = found?.cases.flatMap(({ detail, outcome }) => (outcome === "broken" ? [detail] : []))
      assert.deepStrictEqual(details, [
        `{"_tag":"Match"} to what differs in ${element}, in place of Mismatch or MismatchOrNoRecord`,
        `{"_tag":"Match"} to what differs in ${element}`
      ])
    })
  )

  it.effect("counts nothing as kept for want of questions: a list of none is a sample that is not there", () =>
    Effect.gen(function* () {
      const none = { ...WorldSamples.enterpriseRegistry, noRecord: [], unusable: [] }
      const [found] = yield* report("sound", world, [Suites.enterpriseRegistry(none)])
      const skipped = found?.cases.filter(({ outcome }) => outcome === "skipped") ?? []
      assert.deepStrictEqual(
        skipped.map(({ detail }) => detail),
        ["noRecord", "unusable"]
      )
      assert.sameMembers(found?.cases.map(({ name }) => name) ?? [], names)
      assert.deepStrictEqual(Suites.samplesMissing("EnterpriseRegistry", { match: questions, mismatch: [], mixed }), [
        "mismatch"
      ])
    })
  )

  it.effect("says of a layer for another port that it does not give this one", () =>
    Effect.gen(function* () {
      const [found] = yield* report("other", Layer.empty as unknown as typeof world, [few])
      assert.strictEqual(found?.cases[0]?.detail, "Error: the layer gives no EnterpriseRegistry")
    })
  )

  it.live("never fails: a layer that cannot be built, dies or hangs has broken its cases", () =>
    Effect.gen(function* () {
      const unbuilt = Layer.fail(new Error("no address\nat all")) as Layer.Layer<EnterpriseRegistry, Error>
      const dies = Layer.succeed(EnterpriseRegistry, { check: () => Effect.die(new Error("bug")) })
      const hangs = Layer.succeed(EnterpriseRegistry, { check: () => Effect.uninterruptible(Effect.never) })
      for (const [layer, detail] of [
        [unbuilt, "Error: no address"],
        [dies, "Error: bug"],
        [hangs, "it took too long"]
      ] as const) {
        const [found] = yield* report("bad", layer, [few], { timeout: "20 millis", live: true })
        const ran = found?.cases.filter(({ outcome }) => outcome !== "skipped") ?? []
        assert.isAbove(ran.length, 3)
        for (const one of ran) assert.deepStrictEqual([one.outcome, one.detail], ["broken", detail])
      }
    })
  )
})

describe("a known gap", () => {
  const wrong = named
  const reported = (expected: ReadonlyArray<ExpectedFailures.ExpectedFailure>, today = "2022-05-10") =>
    report("always true", yes, [few], { expected, today })

  it.effect("is excused for its reason, until its day has passed", () =>
    Effect.gen(function* () {
      const all = (yield* reported([]))[0]?.cases
      const everything = wrong(all, "broken").map((name) => gap({ case: name, until: "2022-05-31" }))
      const may = yield* reported(everything)
      assert.isTrue(passed(may))
      assert.deepStrictEqual(wrong(may[0]?.cases, "expected-failure"), wrong(all, "broken"))
      assert.isTrue(passed(yield* reported(everything, "2022-05-31")))
      const june = yield* reported(everything, "2022-06-01")
      assert.isFalse(passed(june))
      assert.deepStrictEqual(wrong(june[0]?.cases, "broken"), wrong(all, "broken"))
      assert.include(june[0]?.cases.find(({ name }) => name === differs)?.detail, "known (until 2022-05-31)")
    })
  )

  it.effect("that is kept all the same is reported, and fails", () =>
    Effect.gen(function* () {
      const reports = yield* report("sound", world, [few], { expected: [gap({ case: match })] })
      assert.deepStrictEqual(named(reports[0]?.cases, "unexpectedly-kept"), [match])
      assert.isFalse(passed(reports))
      assert.include(toText(reports, "en"), "take it out of the known gaps: known")
    })
  )

  it.effect("of one port excuses no other", () =>
    Effect.gen(function* () {
      const [found] = yield* reported([gap({ port: "IdCardVerifier" })])
      assert.include(wrong(found?.cases, "broken"), differs)
    })
  )
})

describe("the file of known gaps", () => {
  const lines = (text: string) =>
    Either.match(ExpectedFailures.parse(text, "gaps.yaml"), {
      onLeft: (error) => error.lines("en"),
      onRight: () => []
    })

  it("is read from YAML and JSON alike, and may be empty", () => {
    const gaps = [gap({ port: "EnterpriseRegistry", reason: "为什么", until: "2026-12-31" }), gap({})]
    const yaml = `- case: ${differs}\n  port: EnterpriseRegistry\n  reason: 为什么\n  until: "2026-12-31"\n- { case: "${differs}", reason: known }\n`
    for (const text of [yaml, JSON.stringify(gaps)])
      assert.deepStrictEqual(Either.getOrThrow(ExpectedFailures.parse(text, "gaps")), gaps)
    assert.deepStrictEqual(lines(""), [])
    assert.deepStrictEqual(lines("[]"), [])
  })

  it("is read with a day that YAML could take for a date", () =>
    assert.deepStrictEqual(lines(`- { case: "${differs}", reason: known, until: 2026-12-31 }`), []))

  it("is refused with line and nearest name for a case, port or key that nobody has", () => {
    assert.deepStrictEqual(lines(`- case: ${differs}s\n  reason: known\n- case: ${match}\n  reason: ""\n`), [
      "gaps.yaml:4:11: wrong: a gap needs its reason"
    ])
    assert.deepStrictEqual(lines(`- case: ${differs}s\n  reason: known\n`), [
      `gaps.yaml:1:9: no such case: ${differs}s; did you mean ${differs}?`
    ])
    assert.deepStrictEqual(lines(`- case: ${differs}\n  reson: known\n`), [
      "gaps.yaml:1:3: reason is missing",
      "gaps.yaml:2:3: no such key: reson; did you mean reason?"
    ])
    assert.deepStrictEqual(lines(`- case: ${differs}\n  reason: x\n  port: EnterpriseRegstry\n`), [
      "gaps.yaml:3:9: no such port: EnterpriseRegstry; did you mean EnterpriseRegistry?"
    ])
    assert.deepStrictEqual(lines(`- case: ${differs}\n  reason: x\n  port: SmsSender\n`), [
      `gaps.yaml:1:9: no such case: ${differs}`
    ])
    assert.match(lines(`- case: ${differs}\n  reason: x\n  until: soon\n`).join(), /YYYY-MM-DD/)
    assert.match(lines(`- case: ${differs}\n  reason: x\n  until: 2026-11-31\n`).join(), /YYYY-MM-DD/)
    assert.match(lines(`case: ${differs}`).join(), /^gaps\.yaml:1:1: wrong/)
    assert.match(lines("- [").join(), /not YAML/)
    assert.match(lines("- a: 1\n- *nobody\n").join(), /^gaps\.yaml:2:3: not YAML: Unresolved alias/)
  })

  it("never makes the reader fail, whatever it holds", () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        assert.isDefined(ExpectedFailures.parse(text, "gaps.yaml")._tag)
      })
    ))
})

describe("the names", () => {
  it("of a port's cases are all its own, and each port has some", () => {
    for (const port of Suites.ports) {
      const all = Suites.caseNames(port)
      assert.isAbove(all.length, 4, port)
      assert.strictEqual(new Set(all).size, all.length, port)
    }
  })

  it("of the samples that are missing are told", () => {
    assert.deepStrictEqual(Suites.samplesMissing("SmsSender", { mobiles: ["1", "2"] }), ["inbox"])
    assert.deepStrictEqual(Suites.samplesMissing("Vault", {}), [])
  })
})

// A vitest suite honours the same list: these pass because the gaps are there.
Conformance.VaultConformance.suite(
  "one that digests shortly, as declared",
  spoiled(Vault, (good) => ({ ...good, digest: (text) => good.digest(text).slice(0, 32) })),
  {
    expected: [
      gap({ case: "MUST digest to at least 256 bits in hexadecimal, the same each time and other for other texts" })
    ]
  }
)

it.effect("a known gap that a suite finds mended fails there, too", () =>
  Effect.gen(function* () {
    yield* mustFail(Effect.fail("still broken"), gap({}))
    const { saw } = yield* Effect.flip(mustFail(Effect.void, gap({ reason: "old" })))
    assert.include(saw, "declared as an expected failure (old)")
  })
)
