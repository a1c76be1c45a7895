import { readFileSync } from "node:fs"
import { allowedAddress, banks, parametersIn, returnAddress } from "@single-window/adapters/bank-ukey"
import { banks as banksOfManual } from "@single-window/core"
import { gbk } from "@single-window/testkit/wire/authority"
import { Either, Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { signedBytes } from "../../src/bank-ukey/canonical.js"
import { decode, encode, percentEncoded } from "../../src/bank-ukey/charset.js"
import { timeIn, timeText } from "../../src/bank-ukey/times.js"
import { codes } from "./site.js"

it("the banks are those of the core, and each of them is played here", () => {
  expect(banks.map(({ code, name }) => ({ code, name }))).toEqual(banksOfManual)
  expect(codes).toEqual(banks.map(({ code }) => code))
  const page = readFileSync(new URL("../../../../docs/banks.md", import.meta.url), "utf8")
  expect([...page.matchAll(/^\| ([A-Z]{2,8}) +\|/gm)].map(([, code]) => code)).toEqual(codes)
})

const read = (text: string, charset: "utf-8" | "gbk" = "utf-8") =>
  Either.match(parametersIn({ charset }, text), { onLeft: ({ reason }) => reason, onRight: (parameters) => parameters })

describe("what came back, as it came", () => {
  it("is read once decoded, in the bank's charset, and never throws", () => {
    expect(read("a=1&b=%E5%8C%97+x")).toEqual({ a: "1", b: "北 x" })
    expect(read("b=%B1%B1", "gbk")).toEqual({ b: "北" })
    expect(read("a=%2B%25E5")).toEqual({ a: "+%E5" })
    expect(Object.getPrototypeOf(read("__proto__=1"))).toBe(Object.prototype)
    fc.assert(fc.property(fc.string(), (text) => Either.isEither(parametersIn({ charset: "gbk" }, text))))
  })

  it("is refused when two readers could read it in two ways", () => {
    const odd = [
      "a=1&a=1",
      "a=1&a=2",
      "a=1&b",
      "=1",
      "",
      "a=1&",
      "a%20=1",
      "a=%",
      "a=%4",
      "a=%zz",
      "a=%FF%FE",
      "a=北",
      "a=\u0000",
      "a=%C0%AF",
      "a=%ED%A0%80",
      `a=${"1".repeat(20_000)}`
    ]
    for (const text of odd) expect(typeof read(text), JSON.stringify(text.slice(0, 20))).toBe("string")
    for (const text of ["a=%81", "a=%81%20", "a=%B1%B"]) expect(typeof read(text, "gbk")).toBe("string")
  })
})

describe("GBK", () => {
  it("is written as it is read, and as another encoder writes it", () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)) })
    fc.assert(
      fc.property(han, fc.string({ unit: "grapheme-ascii" }), (one, two) => {
        const text = one + two
        const bytes = Option.getOrThrow(encode(text, "gbk"))
        return bytes.equals(gbk(text)) && Option.getOrThrow(decode(bytes, "gbk")) === text
      })
    )
    for (const lacking of ["𠮷", "\ud800", "é\u0301\u{1f600}"]) expect(Option.isNone(encode(lacking, "gbk"))).toBe(true)
    expect(Option.isNone(encode("\ud800", "utf-8"))).toBe(true)
    expect(Option.getOrThrow(percentEncoded("北京 a&=+~", "gbk"))).toBe("%B1%B1%BE%A9%20a%26%3D%2B~")
  })
})

describe("the string that is signed", () => {
  it("is never the same for two lists of values", () => {
    const value = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("a", "b", "&", "=", "%", "+", " ") })
    const list = fc.tuple(value, value).map(([x, y]) => [["x", x] as const, ["y", y] as const])
    for (const signedValues of ["percent", "raw"] as const) {
      const bytes = (of: ReadonlyArray<readonly [string, string]>) =>
        Option.map(signedBytes({ charset: "utf-8", signedValues }, of), String)
      fc.assert(
        fc.property(list, list, (one, two) => {
          const [a, b] = [bytes(one), bytes(two)]
          return (
            Option.isNone(a) || Option.isNone(b) || a.value !== b.value || JSON.stringify(one) === JSON.stringify(two)
          )
        })
      )
    }
  })
})

describe("times", () => {
  it("turn into each other, in China's digits and in milliseconds, and what is none is none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 4_000_000_000 }), (seconds) =>
        (["epoch-milliseconds", "china-digits"] as const).every(
          (form) => Option.getOrNull(timeIn(form, timeText(form, seconds * 1_000))) === seconds * 1_000
        )
      )
    )
    expect(timeText("china-digits", Date.UTC(2022, 4, 10, 1))).toBe("20220510090000")
    for (const odd of ["", "2022051009000", "20220230090000", "20220510240000", "20220510090060", "x"])
      expect(Option.isNone(timeIn("china-digits", odd)), odd).toBe(true)
    for (const odd of ["", "1", "1e12", "-1652144400000", " 1652144400000"])
      expect(Option.isNone(timeIn("epoch-milliseconds", odd))).toBe(true)
  })
})

const host = "ccb.bank.example"

/** Addresses that look like the bank's to a person, a pattern or another parser. */
const hostile = (): ReadonlyArray<string> => {
  const schemes = ["http", "HTTP", "ftp", "file", "javascript", "data", "ws", "wss", "blob", "https+x"]
  const wrap = [
    `${host}.evil.example`,
    `evil.example/${host}`,
    `evil.example?${host}`,
    `evil.example#${host}`,
    `${host}@evil.example`,
    `${host}:443@evil.example`,
    `user:pass@${host}`,
    `@${host}`,
    `evil.example\\@${host}`,
    `evil.example\\.${host}`,
    `${host}\\.evil.example`,
    `${host}:8443`,
    `${host}.`,
    `x.${host}`,
    `x${host}`,
    `${host.slice(0, -1)}`,
    `${host}%2eevil.example`,
    `${host}%00.evil.example`,
    `${host}\u0000`,
    `${host}\t.evil.example`,
    `${host}\n`,
    ` ${host}`,
    `ссb.bank.example`,
    `ccb。bank。example.evil`,
    "127.0.0.1",
    "127.1",
    "0x7f000001",
    "2130706433",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "169.254.169.254",
    "localhost",
    "0.0.0.0",
    "metadata.internal",
    `xn--ccb-bank.example`
  ]
  const forms = [
    (rest: string) => `https://${rest}`,
    (rest: string) => `https://${rest}/`,
    (rest: string) => `https://${rest}/single-window?a=1`,
    (rest: string) => `https:/\\${rest}/x`,
    (rest: string) => `https:\\\\${rest}/x`,
    (rest: string) => `https://${rest}/#x`,
    (rest: string) => `\thttps://${rest}/`,
    (rest: string) => `https://${rest}/<script>`,
    (rest: string) => `//${rest}/`,
    (rest: string) => rest
  ]
  return [
    ...wrap.flatMap((rest) => forms.map((form) => form(rest))),
    ...schemes.flatMap((scheme) => [`${scheme}://${host}/`, `${scheme}:${host}`, `${scheme}:////${host}`]),
    ...wrap.flatMap((rest) => ["http", "javascript", "ftp", "wss"].map((scheme) => `${scheme}://${rest}/`)),
    `https://${host}/#fragment`,
    `https://${host}/a b`,
    `https://${host}/\u202e`,
    "",
    "https://",
    "https:"
  ]
}

describe("where people may be sent", () => {
  it("is the bank's own host over TLS, and none of five hundred that only look so", () => {
    const all = hostile()
    expect(all.length).toBeGreaterThanOrEqual(500)
    for (const address of all)
      expect(Option.isNone(allowedAddress(address, [host])), JSON.stringify(address)).toBe(true)
    for (const address of [
      `https://${host}`,
      `https://${host}/x?y=1`,
      `https://${host}:443/`,
      `HTTPS://${host.toUpperCase()}/`
    ])
      expect(Option.isSome(allowedAddress(address, [host])), address).toBe(true)
    expect(Option.isSome(allowedAddress(`https://${host}:8443/`, [`${host}:8443`]))).toBe(true)
  })

  it("is nowhere yet for any bank: their addresses are placeholders", () => {
    for (const { address, code, keys } of banks) {
      expect(new URL(address).hostname, code).toMatch(/\.example$/)
      expect(keys).toEqual([])
    }
  })

  it("leads back over TLS, or to the person's own machine", () => {
    for (const good of ["https://sw.example/back", "http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]:1/x"])
      expect(Option.isSome(returnAddress(good)), good).toBe(true)
    for (const bad of [
      "http://sw.example/back",
      "javascript:1",
      "http://127.0.0.1.evil.example/",
      "http://u@127.0.0.1/",
      ""
    ])
      expect(Option.isNone(returnAddress(bad)), bad).toBe(true)
  })
})
