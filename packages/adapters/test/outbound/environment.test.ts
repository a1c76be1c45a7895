import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as BankUkey from "@single-window/adapters/bank-ukey"
import * as EportClient from "@single-window/adapters/eport-client"
import { BankUkeyGateway } from "@single-window/core"
import { loopbackTls, makeAuthority } from "@single-window/testkit/wire/authority"
import { start } from "@single-window/testkit/wire/eport-control"
import { ConfigProvider, Effect, Layer, Logger } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { ours, request, theirs } from "../bank-ukey/site.js"
import { challenge, said, today } from "../eport-client/desk.js"

const folder = mkdtempSync(join(tmpdir(), "environment-"))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string | Uint8Array, mode = 0o644) => {
  const path = join(folder, name)
  writeFileSync(path, text, { mode })
  chmodSync(path, mode)
  return path
}

const from =
  (names: Record<string, string>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.withConfigProvider(effect, ConfigProvider.fromMap(new Map(Object.entries(names))))

const failure = <A, E>(layer: Layer.Layer<A, E>, names: Record<string, string>) =>
  Effect.runPromise(
    Effect.scoped(Effect.flip(Layer.build(layer))).pipe(
      from(names),
      Effect.map((error) => `${error} ${JSON.stringify(error)}`)
    )
  )

describe("the client control from the environment", () => {
  const card = today.card("tongdaLegalPerson")
  const another = makeAuthority("sm2")
  const bundle = file("issuers.pem", `${another.pem}\n${today.authority.pem}`)
  const tlsAuthority = makeAuthority("rsa-sha256")

  it("believes every issuer in the named files, PEM bundles and DER, and trusts the TLS authority", () =>
    Effect.gen(function* () {
      const desk = yield* start({ tls: loopbackTls(tlsAuthority) })
      yield* desk.insert(card)
      for (const issuers of [bundle, file("issuer.der", today.authority.certificate)]) {
        const layer = EportClient.layerConfig.pipe(Layer.provideMerge(Logger.remove(Logger.defaultLogger)))
        const answer = Effect.provide(said(challenge(card.pin)), layer).pipe(
          from({
            EPORT_CLIENT_ISSUER_FILES: issuers,
            EPORT_CLIENT_URL: desk.url,
            EPORT_CLIENT_TLS_AUTHORITY_FILE: file("tls.pem", tlsAuthority.pem)
          })
        )
        expect(yield* answer).toBe(card.number)
      }
    }).pipe(Effect.scoped, Effect.runPromise))

  it("does not start without issuers, and says which name or file is missing", async () => {
    expect(await failure(EportClient.layerConfig, {})).toContain("EPORT_CLIENT_ISSUER_FILES")
    expect(await failure(EportClient.layerConfig, { EPORT_CLIENT_ISSUER_FILES: join(folder, "no.pem") })).toContain(
      "no.pem"
    )
    expect(
      await failure(EportClient.layerConfig, { EPORT_CLIENT_ISSUER_FILES: bundle, EPORT_CLIENT_PREFIX: "other_" })
    ).toContain("EPORT_CLIENT_PREFIX")
    const key = file("no-certificate.pem", tlsAuthority.key.privatePem)
    expect(await failure(EportClient.layerConfig, { EPORT_CLIENT_ISSUER_FILES: key })).toContain("cannot be used")
  })

  it("can be looked at without a PIN", () =>
    Effect.gen(function* () {
      const desk = yield* start()
      const options = { url: desk.url, issuers: [today.authority.pem], deadline: 1_000 }
      const tag = Effect.match(EportClient.probe(options), { onFailure: ({ _tag }) => _tag, onSuccess: () => "ready" })
      expect(yield* tag).toBe("CardMissing")
      yield* desk.insert(card)
      expect(yield* tag).toBe("ready")
      yield* desk.setReader("missing")
      expect(yield* tag).toBe("CardReaderMissing")
      yield* desk.quit
      expect(yield* tag).toBe("CardControlMissing")
      expect(yield* desk.pinsEntered).toBe(0)
    }).pipe(Effect.scoped, Effect.runPromise))
})

describe("banks from the environment", () => {
  const signing = file("ours.pem", ours.CCB.privatePem, 0o600)
  const names = {
    BANK_UKEY_BANKS: "CCB",
    BANK_UKEY_HOSTS: "ccb.example",
    BANK_UKEY_RETURN_URL: "https://host.example/back",
    BANK_UKEY_CCB_ADDRESS: "https://ccb.example/entry",
    BANK_UKEY_CCB_SIGNING_KEY_FILE: signing,
    BANK_UKEY_CCB_KEY_FILES: file(
      "ccb.pem",
      `-----BEGIN PUBLIC KEY-----\n${theirs.CCB.spki.toString("base64")}\n-----END PUBLIC KEY-----\n`
    )
  }

  it("send people there", async () => {
    const redirect = await Effect.runPromise(
      Effect.flatMap(BankUkeyGateway, (gateway) => gateway.redirect(request("CCB"))).pipe(
        Effect.provide(BankUkey.layerConfig),
        from(names)
      )
    )
    expect(redirect.url).toMatch(/^https:\/\/ccb\.example\/entry\?.*RETURNURL=https%3A%2F%2Fhost\.example%2Fback/)
  })

  it("do not start where something is missing, unknown, elsewhere, or a secret that others can read", async () => {
    for (const name of Object.keys(names)) {
      const { [name]: _, ...rest } = names as Record<string, string>
      expect(await failure(BankUkey.layerConfig, rest)).toContain(name)
    }
    expect(await failure(BankUkey.layerConfig, { ...names, BANK_UKEY_BANKS: "CCB,NOBANK" })).toContain("no bank NOBANK")
    expect(await failure(BankUkey.layerConfig, { ...names, BANK_UKEY_HOSTS: "other.example" })).toContain("not allowed")
    const open = file("open.pem", ours.CCB.privatePem, 0o644)
    const opened = await failure(BankUkey.layerConfig, { ...names, BANK_UKEY_CCB_SIGNING_KEY_FILE: open })
    expect(opened).toContain("chmod 600")
    expect(opened).not.toContain("PRIVATE KEY")
  })
})

describe("a listener at a given place", () => {
  it("listens on this machine alone, and on a port that is free", () =>
    Effect.gen(function* () {
      const bank = { charset: "utf-8" } as const
      for (const at of ["https://127.0.0.1:1/", "http://192.0.2.1:8080/", "http://127.0.0.1/", "nonsense"])
        expect(yield* Effect.flip(BankUkey.returnListener({ bank, at }))).toMatchObject({ _tag: "Unavailable" })
      const first = yield* BankUkey.returnListener({ bank })
      const again = Effect.flip(BankUkey.returnListener({ bank, at: first.url }))
      expect(yield* again).toMatchObject({ detail: expect.stringContaining("cannot be listened on") })
    }).pipe(Effect.scoped, Effect.runPromise))
})
