import { randomUUID } from "node:crypto"
import type { VendorServer, WireFault } from "@single-window/testkit/wire/tencent-cloud"
import { Effect, Exit, Scope } from "effect"
import * as fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { codes as alibaba } from "../../src/alibaba-cloud/index.js"
import type { CodeTable, Meaning } from "../../src/outbound/CodeTable.js"
import { codes as tencent } from "../../src/tencent-cloud/index.js"
import { type Answer, calls, personal, serverOf } from "./calls.js"
import "./samples.js"

/** A vendor's texts may repeat what was asked; nothing of ours may. */
const Message = `参数非法：${personal.join("，")}`

const tencentResult = (Result: unknown): WireFault => ({
  json: { Response: { Result, Description: Message, RequestId: randomUUID() } }
})
const tencentError = (Code: string): WireFault => ({
  json: { Response: { Error: { Code, Message }, RequestId: randomUUID() } }
})
const alibabaCode = (Code: string, status = 200, rest = {}): WireFault => ({
  status,
  json: { Code, Message, RequestId: randomUUID(), ...rest }
})
const [biz, sub] = [(code: string) => code.split("/")[0] ?? "", (code: string) => code.split("/")[1]]
const person = (code: string): WireFault =>
  alibabaCode("200", 200, { ResultObject: { BizCode: biz(code), SubCode: sub(code) ?? null } })
const enterprise = (code: string): WireFault =>
  alibabaCode("Success", 200, { Result: { BizCode: biz(code), Status: sub(code), ReasonDetail: "" } })

interface Told {
  readonly call: string
  readonly table: CodeTable<unknown>
  /** The answer on the wire that holds a code. */
  readonly wire: (code: string) => WireFault
}

const told: ReadonlyArray<Told> = [
  { call: "tencent-cloud CheckIdNameDate", table: tencent.checkIdNameDate, wire: tencentResult },
  { call: "tencent-cloud BankCard4EVerification", table: tencent.bankCard4EVerification, wire: tencentResult },
  { call: "tencent-cloud CheckIdNameDate", table: tencent.error, wire: tencentError },
  { call: "tencent-cloud BankCard4EVerification", table: tencent.error, wire: tencentError },
  { call: "alibaba-cloud Id2MetaPeriodVerify", table: alibaba.id2MetaPeriodVerify, wire: person },
  { call: "alibaba-cloud Id2MetaPeriodVerify", table: alibaba.id2MetaPeriodVerifyCode, wire: alibabaCode },
  { call: "alibaba-cloud BankMetaVerify", table: alibaba.bankMetaVerify, wire: person },
  { call: "alibaba-cloud BankMetaVerify", table: alibaba.bankMetaVerifyCode, wire: alibabaCode },
  { call: "alibaba-cloud EntElementVerify", table: alibaba.entElementVerify, wire: enterprise },
  { call: "alibaba-cloud SendSms", table: alibaba.sendSms, wire: alibabaCode },
  ...calls
    .filter(({ vendor }) => vendor === "alibaba")
    .flatMap(({ name }) => [
      { call: name, table: alibaba.error, wire: (code: string) => alibabaCode(code, 400) },
      { call: name, table: alibaba.error, wire: alibabaCode }
    ])
]

const scope = Effect.runSync(Scope.make())
const open = new Map<string, { readonly server: VendorServer; readonly ask: Answer }>()

beforeAll(() =>
  Effect.runPromise(
    Effect.forEach(calls, (call) =>
      Effect.gen(function* () {
        const server = yield* Scope.extend(serverOf(call), scope)
        const ask = yield* call.make({ endpoint: server.url, breaker: { failures: 100_000 } })
        open.set(call.name, { server, ask })
      })
    )
  )
)
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const answerTo = async (call: string, wire: WireFault) => {
  const at = open.get(call)
  if (at === undefined) throw new Error(`no call ${call}`)
  return Effect.runPromise(Effect.zipRight(at.server.befall([wire]), Effect.merge(at.ask)))
}

const tomorrow = (now: number) => Math.ceil((now + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000

const expected = (means: Meaning<unknown>): unknown => {
  if (means._tag === "Answer") return means.answer
  if (means._tag === "Unavailable") return { _tag: "Unavailable", detail: expect.stringContaining(means.because) }
  return { _tag: "Limited", ...(means.until === "tomorrow" ? { until: tomorrow(Date.now()) } : {}) }
}

describe.each(told)("$table.call answered by $table.field", ({ call, table, wire }) => {
  it.each(table.rows)(`$code: $en (${call})`, async ({ code, means }) => {
    const said = await answerTo(call, wire(code))
    if (typeof said === "string") expect(said).toBe(expected(means))
    else expect(said).toMatchObject(expected(means) as object)
    expect(personal.filter((secret) => JSON.stringify(said).includes(secret))).toEqual([])
  })
})

describe.each(told)("$table.call answered by a $table.field without a document", ({ call, table, wire }) => {
  it(`never comes to a yes or a no (${call})`, () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ minLength: 1 }), fc.integer().map(String)), async (code) => {
        const stem = code.split("/")[0] ?? ""
        fc.pre(code.split("/").length < 3)
        fc.pre(!table.rows.some((row) => row.code === code || code.startsWith(`${row.code}.`) || row.code === stem))
        fc.pre(code !== "200" && code !== "OK" && code !== "Success")
        const said = await answerTo(call, wire(code))
        expect(said).toMatchObject({ _tag: "Unavailable" })
        expect(personal.filter((secret) => JSON.stringify(said).includes(secret))).toEqual([])
      }),
      { numRuns: 25, examples: [["1000"], ["0 "], ["00"], ["-22"], ["__proto__"], ["toString"]] }
    ))
})

describe("a yes with something wrong about it", () => {
  it.each([
    ["alibaba-cloud BankMetaVerify", person("1/201")],
    ["alibaba-cloud BankMetaVerify", person("1/999")],
    ["alibaba-cloud EntElementVerify", enterprise("1/")],
    ["alibaba-cloud EntElementVerify", enterprise("1")],
    ["alibaba-cloud EntElementVerify", enterprise("1/7")],
    ["alibaba-cloud Id2MetaPeriodVerify", alibabaCode("201", 200, { ResultObject: { BizCode: "1" } })],
    ["alibaba-cloud Id2MetaPeriodVerify", alibabaCode("200", 400, { ResultObject: { BizCode: "1" } })],
    ["alibaba-cloud EntElementVerify", alibabaCode("200", 200, { Result: { BizCode: "1", Status: "1" } })],
    ["alibaba-cloud SendSms", alibabaCode("200", 200)],
    ["tencent-cloud CheckIdNameDate", tencentResult(0)],
    ["tencent-cloud CheckIdNameDate", { json: { Response: { Result: "0" } } }],
    ["tencent-cloud CheckIdNameDate", { json: { Result: "0", RequestId: "1" } }],
    ["tencent-cloud CheckIdNameDate", { status: 400, json: { Response: { Result: "0", RequestId: "1" } } }],
    ["tencent-cloud CheckIdNameDate", { status: 204, json: { Response: { Result: "0", RequestId: "1" } } }]
  ])("is none: %s %j", async (call, wire) => {
    expect(await answerTo(call, wire)).toMatchObject({ _tag: "Unavailable" })
  })
})

describe("what differs about an enterprise", () => {
  const differing = (ReasonDetail: string | null) =>
    answerTo(
      "alibaba-cloud EntElementVerify",
      alibabaCode("Success", 200, { Result: { BizCode: "2", Status: "1", ReasonDetail } })
    )

  it("is named when the vendor names it", async () => {
    expect(await differing("EntNameFlag, LegalPersonCertNoFlag")).toEqual({
      _tag: "Mismatch",
      fields: ["name", "legalRepresentativeDocument"]
    })
    expect(await differing("LicenseNoFlag,LegalPersonNameFlag")).toMatchObject({
      fields: ["unifiedSocialCreditCode", "legalRepresentativeName"]
    })
  })

  it.each([null, "", "NewFlag", "EntNameFlag,NewFlag", "toString"])(
    "is left open when it does not, or in part: %s",
    async (detail) => {
      expect(await differing(detail)).toEqual({ _tag: "Mismatch" })
    }
  )
})
