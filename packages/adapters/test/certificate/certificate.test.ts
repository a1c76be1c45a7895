import { X509Certificate } from "node:crypto"
import {
  type CardTrust,
  challengeText,
  eportSubject,
  fromBase64,
  issuerOf,
  parse,
  prove,
  readIssuers,
  signatureAlgorithms
} from "@single-window/adapters/certificate"
import {
  type EportCardMaking,
  type EportCardSays,
  extensionOf,
  type KeyKind,
  makeAuthority,
  makeEportCard
} from "@single-window/testkit/wire/authority"
import { Either, Option } from "effect"
import { describe, expect, it } from "vitest"

const today = "20220510"
const says: EportCardSays = {
  number: "JJ99990000001",
  pin: "20220501",
  enterpriseName: "北京示例通达贸易有限公司",
  organizationCode: "XXXX00019",
  holderName: "张伟",
  holderDocumentNumber: "110101199003070011",
  kind: "legal-person",
  serial: "a1b2c3d4e5f60718",
  validTo: "20301231"
}
const authorities = {
  sm2: makeAuthority("sm2"),
  "rsa-sha1": makeAuthority("rsa-sha1"),
  "rsa-sha256": makeAuthority("rsa-sha256")
}
const kinds: ReadonlyArray<KeyKind> = ["sm2", "rsa-sha1", "rsa-sha256"]
const accepts = { algorithms: signatureAlgorithms, leastRsaBits: 1024 }

const parsed = (der: Uint8Array) => Either.getOrThrow(parse(der))
const trust: CardTrust = {
  ...accepts,
  issuers: Either.getOrThrow(readIssuers(kinds.map((kind) => authorities[kind].pem))),
  kindBy: { extension: extensionOf.kind, legalPerson: ["legal-person"], operator: ["operator"] }
}

const challenge = { nonce: "0123456789abcdef0123456789abcdef", purpose: "certify", today }
const answerOf = (kind: KeyKind, changes: Partial<EportCardSays> = {}, making: EportCardMaking = {}) => {
  const card = makeEportCard(authorities[kind], { ...says, ...changes }, { key: kind, ...making })
  return { certificate: card.certificate, signature: card.key.sign(Buffer.from(challengeText(challenge))), card }
}
const because = (answer: { certificate: Uint8Array; signature: Uint8Array }, by = trust, asked = challenge) => {
  const said = prove(by, asked, answer)
  return Either.isRight(said) ? said.right : said.left._tag === "CardExpired" ? said.left : said.left.because
}

describe("a China E-Port certificate", () => {
  for (const kind of kinds)
    for (const text of ["utf8", "gbk"] as const)
      it(`says the same with ${kind} and its names in ${text}, with and without a prefixed card number`, () => {
        for (const prefixed of [true, false]) {
          const { certificate } = answerOf(kind, {}, { text, prefixed })
          expect(Option.getOrThrow(eportSubject(parsed(certificate)))).toEqual({
            enterpriseName: says.enterpriseName,
            organizationCode: says.organizationCode,
            cardNumber: says.number,
            holderName: says.holderName,
            holderDocumentNumber: says.holderDocumentNumber
          })
          expect(parsed(certificate).serial).toBe(says.serial)
        }
      })

  it("is one that Node reads too, so that the synthetic ones are no dialect of ours", () => {
    for (const kind of kinds) {
      const node = new X509Certificate(answerOf(kind).certificate)
      expect(node.serialNumber.toLowerCase()).toBe(says.serial)
      expect(node.subject).toContain(`CN=${says.holderName}`)
      expect(node.checkIssued(new X509Certificate(authorities[kind].pem))).toBe(true)
    }
    const rsa = new X509Certificate(answerOf("rsa-sha256").certificate)
    expect(rsa.verify(new X509Certificate(authorities["rsa-sha256"].pem).publicKey)).toBe(true)
  })

  it("has no issuer once any byte of it is another", () => {
    for (const kind of ["sm2", "rsa-sha256"] as const) {
      const { certificate } = answerOf(kind)
      const issued = (der: Uint8Array) =>
        Either.match(parse(der), {
          onLeft: () => false,
          onRight: (read) => Option.isSome(issuerOf(trust.issuers, read, today, accepts))
        })
      expect(issued(certificate)).toBe(true)
      for (let at = 0; at < certificate.length; at += kind === "sm2" ? 1 : 6) {
        const altered = Buffer.from(certificate)
        altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
        expect(issued(altered), `${kind}, byte ${at}`).toBe(false)
      }
      expect(issued(Buffer.concat([certificate, Buffer.of(0)]))).toBe(false)
      expect(issued(certificate.subarray(0, -1))).toBe(false)
    }
  })

  it("is not read when it is nothing of the kind", () => {
    for (const odd of [Buffer.of(), Buffer.from("certificate"), Buffer.alloc(70_000, 48)])
      expect(Either.isLeft(parse(odd))).toBe(true)
  })
})

describe("the set of issuers", () => {
  it("is refused when it is empty, unreadable, or holds whoever may not certify", () => {
    const leaf = answerOf("sm2").certificate
    const pretender = makeAuthority("sm2", { authority: false })
    for (const issuers of [[], ["nonsense"], [leaf], [authorities.sm2.pem, pretender.pem]])
      expect(Either.isLeft(readIssuers(issuers))).toBe(true)
  })
})

describe("what a card proves (R-40)", () => {
  it("is what its certificate says, once it signed our challenge", () => {
    for (const kind of kinds)
      expect(because(answerOf(kind))).toEqual({
        number: says.number,
        kind: "legal-person",
        organizationCode: says.organizationCode,
        enterpriseName: says.enterpriseName,
        holderName: says.holderName,
        holderDocumentNumber: says.holderDocumentNumber,
        certificateSerial: says.serial,
        validTo: "20301231"
      })
    const { card } = answerOf("sm2")
    const raw = card.key.sign(Buffer.from(challengeText(challenge)), "raw")
    expect(raw).toHaveLength(64)
    expect(because({ certificate: card.certificate, signature: raw })).toHaveProperty("number", says.number)
  })

  it("is nothing when the signature is over another nonce or another purpose, or another card's", () => {
    const answer = answerOf("sm2")
    for (const other of [{ nonce: "f".repeat(32) }, { purpose: "log-in" }])
      expect(because(answer, trust, { ...challenge, ...other })).toBe("signature over the challenge")
    expect(because({ ...answer, signature: answerOf("sm2").signature })).toBe("signature over the challenge")
    expect(because({ ...answer, signature: Buffer.of() })).toBe("signature over the challenge")
  })

  it("is nothing when the issuer is not in the set, has run out, or only bears the same name", () => {
    const stranger = makeAuthority("sm2")
    const issued = makeEportCard(stranger, says)
    const signature = issued.key.sign(Buffer.from(challengeText(challenge)))
    expect(because({ certificate: issued.certificate, signature })).toBe("issuer")
    const old = makeAuthority("sm2", { notAfter: new Date("2020-01-01T00:00:00Z") })
    const by = { ...trust, issuers: Either.getOrThrow(readIssuers([old.pem])) }
    const outlived = makeEportCard(old, says)
    const signed = outlived.key.sign(Buffer.from(challengeText(challenge)))
    expect(because({ certificate: outlived.certificate, signature: signed }, by)).toBe("issuer")
  })

  it("is nothing when the card is expired, not valid yet, an authority itself, or not made for signing", () => {
    expect(because(answerOf("sm2", { validTo: "20220509" }))).toMatchObject({
      _tag: "CardExpired",
      validTo: "20220509"
    })
    expect(because(answerOf("sm2", { validTo: today }))).toHaveProperty("validTo", today)
    const tomorrow = new Date("2022-05-10T16:00:00Z")
    expect(because(answerOf("sm2", {}, { notBefore: tomorrow }))).toBe("not valid yet")
    expect(because(answerOf("sm2", {}, { notBefore: new Date(tomorrow.getTime() - 1000) }))).toHaveProperty("number")
    expect(because(answerOf("sm2", {}, { change: (all) => ({ ...all, authority: true }) }))).toBe(
      "not a signing certificate"
    )
  })

  it("is nothing when the algorithm or the length of the key is not accepted", () => {
    const onlySm2 = { ...trust, algorithms: ["sm2-sm3"] as const }
    expect(because(answerOf("rsa-sha1"), onlySm2)).toBe("signature over the challenge")
    expect(because(answerOf("sm2"), onlySm2)).toHaveProperty("number")
    expect(because(answerOf("rsa-sha256"), { ...trust, leastRsaBits: 2048 })).toBe("key not accepted")
  })

  it("is nothing when an extension is missing, doubled, misshapen, or critical and unknown", () => {
    const extensions = (
      change: (all: ReadonlyArray<readonly [string, string | Uint8Array, boolean?]>) => typeof all
    ): EportCardMaking => ({ change: (all) => ({ ...all, extensions: change(all.extensions ?? []) }) })
    for (const gone of [extensionOf.enterpriseName, extensionOf.cardNumber, extensionOf.organizationCode])
      expect(
        because(
          answerOf(
            "sm2",
            {},
            extensions((all) => all.filter(([type]) => type !== gone))
          )
        )
      ).toBe("subject")
    expect(
      because(
        answerOf(
          "sm2",
          {},
          extensions((all) => [...all, ...all])
        )
      )
    ).toBe("certificate unreadable")
    expect(
      because(
        answerOf(
          "sm2",
          {},
          extensions((all) => [...all, ["2.999.7", "?", true]])
        )
      )
    ).toBe("certificate unreadable")
    for (const odd of [
      { organizationCode: "XXXX0001" },
      { organizationCode: "XXXX0001-9" },
      { number: "JJ 1" },
      { enterpriseName: "甲\u202e乙" }
    ])
      expect(because(answerOf("sm2", odd))).toBe("subject")
  })

  it("is of unknown kind when no extension is configured, or says another word", () => {
    expect(because(answerOf("sm2"), { ...trust, kindBy: undefined })).toHaveProperty("kind", "unknown")
    expect(because(answerOf("sm2", { kind: "boss" }))).toHaveProperty("kind", "unknown")
    expect(because(answerOf("sm2", { kind: "operator" }))).toHaveProperty("kind", "operator")
  })
})

describe("base64 from the wire", () => {
  it("is read in its one canonical form alone", () => {
    expect(Option.getOrThrow(fromBase64("QUI=")).toString()).toBe("AB")
    for (const odd of ["", "QUI", "QUJ=", "QU I=", "QUI=\n", "QUI_", "*"])
      expect(Option.isNone(fromBase64(odd))).toBe(true)
  })
})
