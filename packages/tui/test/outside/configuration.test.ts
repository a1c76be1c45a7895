import { join } from "node:path"
import { Either } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { configurablePorts, read } from "../../src/outside/Configuration.js"
import { isHere } from "../../src/outside/sources/banks.js"
import { wordsIn } from "../../src/text/Words.js"

const words = wordsIn.en.outside
const place = { folder: "/nowhere", words, environment: {} }
const wrong = (data: unknown) =>
  Either.match(read(data, place), {
    onLeft: ({ path, why }) => `${path.join(".")}: ${why}`,
    onRight: () => "right"
  })
const verifiers = (fields: object) => wrong({ verifiers: fields })

const tencent = { source: "tencent-cloud" }
const alibaba = { source: "alibaba-cloud" }
const sms = { ...alibaba, signName: "单一窗口示例", templateCode: "SMS_1" }
const bank = { code: "CCB", address: "https://ccb.example/", signingKeyFile: "ours.pem", keys: [{ file: "ccb.pem" }] }
const banks = { source: "bank-ukey", returnUrl: "https://host.example/back", hosts: ["ccb.example"], banks: [bank] }
const card = { source: "eport-client", issuerFiles: ["ca.pem"] }

describe("a configuration", () => {
  it("names one source for a port, or several that are asked in turn", () => {
    const data = {
      registry: alibaba,
      "id-card": [tencent, alibaba],
      "bank-card": tencent,
      sms,
      "bank-ukey": banks,
      card
    }
    const found = Either.getOrThrow(read({ verifiers: data }, place))
    expect(configurablePorts.map((port) => found[port].map(({ source }) => source))).toEqual([
      ["alibaba-cloud"],
      ["tencent-cloud", "alibaba-cloud"],
      ["tencent-cloud"],
      ["alibaba-cloud"],
      ["bank-ukey"],
      ["eport-client"]
    ])
    expect(found.returnUrl).toBe("https://host.example/back")
    expect(found.banks).toEqual(["CCB"])
    expect(verifiers({})).toBe("right")
  })

  it("is told what was meant by a name that is near, wherever it stands", () => {
    const table = [
      [{ verifier: {} }, ": there is no verifier here; did you mean verifiers?"],
      [{ verifiers: { idcard: tencent } }, "verifiers: there is no idcard here; did you mean id-card?"],
      [
        { verifiers: { "id-card": { source: "tencent" } } },
        "verifiers.id-card.source: there is no source tencent here"
      ],
      [
        { verifiers: { registry: tencent } },
        "verifiers.registry.source: there is no source tencent-cloud here (there are alibaba-cloud)"
      ],
      [
        { verifiers: { "id-card": [tencent, { ...alibaba, endpiont: "x" }] } },
        "verifiers.id-card.1: there is no endpiont here; did you mean endpoint?"
      ],
      [
        { verifiers: { "bank-card": { ...tencent, limit: { question: 1, seconds: 1 } } } },
        "verifiers.bank-card.limit: there is no question here; did you mean questions?"
      ],
      [
        { verifiers: { "bank-ukey": { ...banks, banks: [{ ...bank, code: "CBC" }] } } },
        "verifiers.bank-ukey.banks.0.code: there is no bank CBC; did you mean"
      ],
      [{ verifiers: { sms: alibaba } }, "verifiers.sms: signName is missing"],
      [{ verifiers: { card: { source: "eport-client" } } }, "verifiers.card: issuerFiles is missing"],
      [
        { verifiers: { "id-card": {} } },
        "verifiers.id-card: source is missing (there are tencent-cloud, alibaba-cloud)"
      ]
    ] as const
    for (const [data, said] of table) expect(wrong(data)).toContain(said)
  })

  it("holds no secret, and says where one belongs without repeating it", () => {
    for (const name of ["secretKey", "secretId", "SECRET_KEY", "accessKeySecret", "password"]) {
      const said = verifiers({ "id-card": { ...tencent, [name]: "do-not-repeat" } })
      expect(said).toContain("TENCENTCLOUD_SECRET_KEY")
      expect(said).not.toContain("do-not-repeat")
    }
  })

  it("cannot ask twice what may be asked once, nor the same source again", () => {
    expect(verifiers({ sms: [sms, { source: "file", path: "sms.ndjson" }] })).toContain("one source only")
    expect(verifiers({ card: [card, card] })).toContain("one source only")
    expect(verifiers({ "id-card": [tencent, tencent] })).toContain("tencent-cloud stands there twice")
    expect(verifiers({ "id-card": [] })).toContain("no source at all")
    expect(verifiers({ "bank-ukey": { ...banks, banks: [bank, bank] } })).toContain("CCB stands there twice")
  })

  it("is refused where one thing makes another meaningless or unsafe", () => {
    const plain = { ...tencent, endpoint: "http://127.0.0.1:1", tlsAuthorityFile: "ca.pem" }
    expect(verifiers({ "id-card": plain })).toContain("tlsAuthorityFile: the endpoint is not https")
    for (const returnUrl of ["http://host.example/back", "http://127.0.0.1/back", "ftp://127.0.0.1:1/", "back"])
      expect(verifiers({ "bank-ukey": { ...banks, returnUrl } })).toContain("bank-ukey.returnUrl")
    expect(verifiers({ "id-card": { ...tencent, deadlineSeconds: 60 } })).toContain("id-card.deadlineSeconds")
    for (const data of [undefined, null, [], "x", 1, { verifiers: [] }, { verifiers: { card: "eport-client" } }])
      expect(wrong(data)).not.toBe("right")
  })

  it("never throws, whatever the file holds", () => {
    const port = fc.constantFrom(...configurablePorts, "other")
    const named = fc.record({ source: fc.constantFrom("tencent-cloud", "alibaba-cloud", "bank-ukey", "eport-client") })
    const anything = fc.oneof(fc.jsonValue(), named, fc.array(named))
    fc.assert(
      fc.property(fc.dictionary(port, anything), (fields) => {
        expect(typeof verifiers(fields)).toBe("string")
      })
    )
  })
})

describe("the words of a configuration", () => {
  it("are Chinese where Chinese is spoken", () => {
    const zh = { ...place, words: wordsIn.zh.outside }
    expect(Either.getOrThrow(Either.flip(read({ verifiers: { idcard: {} } }, zh))).why).toContain("是不是 id-card")
  })
})

it("only a port of this machine is waited at", () => {
  expect(["http://127.0.0.1:61280/b", "http://localhost:1/", "http://[::1]:2/x"].every(isHere)).toBe(true)
  const elsewhere = ["https://127.0.0.1:1/", "http://127.0.0.1/", "http://10.0.0.1:1/", join("x"), ""]
  expect(elsewhere.some(isHere)).toBe(false)
})
