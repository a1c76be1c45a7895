import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { fromEnvironment, fromFiles, layer, layerConfig } from "@single-window/adapters/pcsc-card"
import { ConfigProvider, Effect, Either, Layer } from "effect"
import fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { bytesOf, chained, selectApplet, verify } from "../../src/pcsc-card/Apdu.js"
import { profileOf } from "../../src/pcsc-card/CardProfile.js"
import { asking } from "../../src/pcsc-card/exchange.js"
import { frame, framesOf } from "../../src/pcsc-card/frames.js"
import { objects } from "../../src/pcsc-card/holder.js"
import { cardOptions, today } from "./desk.js"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "card-profile-")))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const profile = (given: unknown) => Effect.runSync(Effect.either(profileOf(given)))

describe("a card profile", () => {
  it("is, where nothing is given, what docs/card-profile.md says", () => {
    const page = readFileSync(new URL("../../../../docs/card-profile.md", import.meta.url), "utf8")
    const written = /```json\n(.*?)```/s.exec(page)?.[1] ?? ""
    expect(profile(JSON.parse(written))).toEqual(profile({}))
    expect(Either.isRight(profile({}))).toBe(true)
  })

  it("stops the start when it cannot be one", () => {
    const wrong = [
      null,
      [],
      { aplet: "A000000001" },
      { applet: "A0" },
      { applet: "A00000000Z" },
      { pin: { least: 8, most: 6 } },
      { pin: { least: 1 } },
      { certificate: {} },
      { certificate: { sfi: 31 } },
      { certificate: { fid: "2F" } },
      { holder: { tags: { pin: "5A" } } },
      { sign: { command: "002A9E" } },
      { sign: { rsaDigest: "md5" } },
      { statusWords: { "63C0": "pin-right" } }
    ]
    for (const given of wrong) {
      const said = Effect.runSync(
        Effect.either(Effect.scoped(Layer.build(layer({ ...cardOptions, profile: given as object }))))
      )
      expect(said, JSON.stringify(given)).toMatchObject({ _tag: "Left", left: { _tag: "Unavailable", port: "card" } })
    }
  })

  it("comes from the environment, beside the issuers, and says which file is no good", async () => {
    const issuers = file("issuers.pem", `${today.authority.pem}\n${today.authority.pem}`)
    const build = (names: Record<string, string>) =>
      Layer.build(layerConfig).pipe(
        Effect.scoped,
        Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(names)))),
        Effect.either,
        Effect.runPromise
      )
    const good = { PCSC_CARD_ISSUER_FILES: issuers, PCSC_CARD_PROFILE_FILE: file("good.json", '{ "holder": null }') }
    expect(await build(good)).toMatchObject({ _tag: "Right" })
    expect(String(await build({}))).toContain("PCSC_CARD_ISSUER_FILES")
    expect(String(await build({ ...good, PCSC_CARD_LAST_TRY: "perhaps" }))).toContain("PCSC_CARD_LAST_TRY")
    expect(await build({ ...good, PCSC_CARD_PROFILE_FILE: file("bad.json", "{") })).toMatchObject({
      left: { detail: expect.stringContaining("bad.json is not JSON") }
    })
    const read = fromEnvironment.pipe(
      Effect.flatMap(fromFiles),
      Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries({ ...good, PCSC_CARD_READER: "R" }))))
    )
    expect(await Effect.runPromise(read)).toMatchObject({ reader: "R", profile: { holder: null } })
  })
})

describe("a command", () => {
  it("in pieces is the same command, each piece short, all but the last to be continued", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), (bytes) => {
        const pieces = chained({ header: Buffer.of(0, 0x2a, 0x9e, 0x9a), data: Buffer.from(bytes), expected: 256 })
        expect(Buffer.concat(pieces.map(({ data }) => data ?? Buffer.alloc(0)))).toEqual(Buffer.from(bytes))
        expect(pieces.every((piece) => bytesOf(piece).length <= 261)).toBe(true)
        expect(pieces.map(({ header }) => header[0])).toEqual(
          pieces.map((_, at) => (at + 1 < pieces.length ? 0x10 : 0))
        )
      })
    )
  })

  it("that carries the PIN is not repeated, whatever length the card would rather have", async () => {
    for (const status of ["6c00", "6c08", "6c10"]) {
      const sent: Array<string> = []
      const transmit = (command: Buffer) =>
        Effect.sync(() => sent.push(command.toString("hex"))).pipe(Effect.as(Buffer.from(status, "hex")))
      const ask = asking({ transmit }, { extendedLength: false })
      await Effect.runPromise(ask(verify("81", Buffer.from("12345678"))))
      expect(sent).toEqual(["00200081083132333435363738"])
    }
  })
})

describe("an answer", () => {
  it("that never comes to its end is not heard to it", async () => {
    let sent = 0
    const transmit = () => Effect.sync(() => ++sent).pipe(Effect.as(Buffer.from("416101", "hex")))
    const ask = asking({ transmit }, { extendedLength: false })
    const said = await Effect.runPromise(Effect.either(ask(selectApplet("A000000001"))))
    expect(said).toMatchObject({ left: { _tag: "Unavailable", detail: expect.stringContaining("come to an end") } })
    expect(sent).toBeLessThan(100)
  })
})

describe("bytes from outside", () => {
  it("are objects only where they fit together, and never throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => objects(Buffer.from(bytes))._tag.length > 0))
    const read = (hex: string) => objects(Buffer.from(hex, "hex"))
    expect(read("5a0141 5f200142 c1810143 0000ff".replaceAll(" ", ""))).toMatchObject({ _tag: "Some" })
    for (const hex of ["5a", "5a05", "5a0541", "5f", "5a80", "5a830000014100", "5a01415a0142"])
      expect(read(hex)._tag, hex).toBe("None")
  })

  it("are the frames that were sent, however they are cut, and no frame is larger than an answer can be", () => {
    const letters = fc.constantFrom("O", "T", "C", "t", "e")
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, fc.uint8Array({ maxLength: 50 }))),
        fc.integer({ min: 1, max: 20 }),
        (sent, cut) => {
          const whole = Buffer.concat(sent.map(([letter, body]) => frame(letter, body)))
          const heard: Array<unknown> = []
          const listen = framesOf(({ body, letter }) => heard.push([letter, new Uint8Array(body)]))
          for (let at = 0; at < whole.length; at += cut) expect(listen(whole.subarray(at, at + cut))).toBe(true)
          expect(heard).toEqual(sent)
        }
      )
    )
    expect(framesOf(() => {})(Buffer.from("ffffffff74", "hex"))).toBe(false)
  })
})

describe("without pcsclite", () => {
  it("the program starts, and a card is answered with what is missing", () => {
    const modules = join(folder, "node_modules")
    const here = fileURLToPath(new URL("../../", import.meta.url))
    for (const scope of ["@single-window", "@peculiar"]) mkdirSync(join(modules, scope), { recursive: true })
    for (const name of ["effect", "@peculiar/asn1-schema", "@peculiar/asn1-x509"])
      symlinkSync(realpathSync(join(here, "node_modules", name)), join(modules, name))
    symlinkSync(realpathSync(join(here, "../core")), join(modules, "@single-window/core"))
    for (const part of ["dist", "package.json"])
      cpSync(join(here, part), join(modules, "@single-window/adapters", part), { recursive: true })
    const issuers = file("issuer.pem", today.authority.pem)
    const script = file(
      "ask.mjs",
      `import { layer } from "@single-window/adapters/pcsc-card"
       import { CardReader } from "@single-window/core"
       import { readFileSync } from "node:fs"
       import * as Effect from "effect/Effect"
       import * as Redacted from "effect/Redacted"
       const ask = Effect.flatMap(CardReader, (reader) =>
         reader.authenticate({ nonce: "0".repeat(32), purpose: "certify", pin: Redacted.make("12345678"), today: "20220510" }))
       const issuers = [readFileSync(${JSON.stringify(issuers)}, "utf8")]
       console.log(JSON.stringify(await Effect.runPromise(Effect.flip(Effect.provide(ask, layer({ issuers }))))))`
    )
    const { status, stdout } = spawnSync(process.execPath, [script], { encoding: "utf8" })
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining("the optional package pcsclite is missing or was not built")
    ])
  })
})
