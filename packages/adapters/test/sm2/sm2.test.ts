import { createHash, generateKeyPairSync } from "node:crypto"
import * as Sm2 from "@single-window/adapters/sm2"
import { Option, Redacted } from "effect"
import fc from "fast-check"
import { sm2 } from "sm-crypto-v2"
import { describe, expect, it } from "vitest"

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ""), "hex")
const keyOf = (point: Uint8Array, userId?: string) => Option.getOrThrow(Sm2.fromPoint(point, userId))

/** Signs with another implementation than the one that is tested. */
const signer = () => {
  const pair = sm2.generateKeyPairHex()
  return {
    key: keyOf(hex(pair.publicKey)),
    point: hex(pair.publicKey),
    sign: (message: Uint8Array, der: boolean, userId?: string) =>
      hex(
        sm2.doSignature(new Uint8Array(message), pair.privateKey, {
          der,
          hash: true,
          publicKey: pair.publicKey,
          ...(userId === undefined ? {} : { userId })
        })
      )
  }
}

const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes)
  const at = (bit >> 3) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7))
  return copy
}

const message = fc.uint8Array({ minLength: 0, maxLength: 200 })

describe("SM2 with SM3 (GB/T 32918.2)", () => {
  const { key, point, sign } = signer()

  it("accepts what another implementation signed, in both forms of a signature", () => {
    fc.assert(
      fc.property(message, fc.boolean(), (text, der) => Sm2.verify(key, text, sign(text, der))),
      { numRuns: 150 }
    )
  })

  it("refuses it once a bit of the message or of the signature is another", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.boolean(),
        fc.boolean(),
        fc.nat(100_000),
        (text, der, inMessage, bit) => {
          const signature = sign(text, der)
          return inMessage
            ? !Sm2.verify(key, flipped(text, bit), signature)
            : !Sm2.verify(key, text, flipped(signature, bit))
        }
      ),
      { numRuns: 150 }
    )
  })

  it("refuses every single bit flipped in one message and in both forms of its signature", () => {
    const text = Buffer.from("single window")
    for (const der of [false, true]) {
      const signature = sign(text, der)
      for (let bit = 0; bit < signature.length * 8; bit++)
        expect(Sm2.verify(key, text, flipped(signature, bit)), `bit ${bit} of the signature`).toBe(false)
      for (let bit = 0; bit < text.length * 8; bit++)
        expect(Sm2.verify(key, flipped(text, bit), signature), `bit ${bit} of the message`).toBe(false)
    }
  })

  it("refuses another key's signature, and one for another user ID", () => {
    const text = Buffer.from("message")
    expect(Sm2.verify(signer().key, text, sign(text, true))).toBe(false)
    const named = sign(text, true, "ALICE123@YAHOO.COM")
    expect(Sm2.verify(key, text, named)).toBe(false)
    expect(Sm2.verify(keyOf(point, "ALICE123@YAHOO.COM"), text, named)).toBe(true)
  })

  it("passes the known answer of GB/T 32918.5, annex A", () => {
    const standard = keyOf(
      hex(`04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020
              CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13`)
    )
    expect(Buffer.from(standard.identity).toString("hex")).toBe(
      "b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3"
    )
    const signature = hex(`F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
                           B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA`)
    expect(Sm2.verify(standard, Buffer.from("message digest"), signature)).toBe(true)
    expect(Sm2.verify(standard, Buffer.from("message digesT"), signature)).toBe(false)
    expect(createHash("sm3").update("abc").digest("hex")).toBe(
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )
  })

  it("never throws, whatever is called a signature", () => {
    fc.assert(
      fc.property(message, fc.uint8Array({ maxLength: 90 }), (text, bytes) => !Sm2.verify(key, text, bytes)),
      { numRuns: 200 }
    )
    for (const odd of [
      Buffer.alloc(64),
      Buffer.alloc(64, 255),
      hex("3006020100020100"),
      hex("3000"),
      Buffer.concat([sign(Buffer.of(), true), Buffer.of(0)])
    ])
      expect(Sm2.verify(key, Buffer.of(), odd)).toBe(false)
  })
})

describe("the two forms of a signature", () => {
  it("turn into each other, and only the shortest DER is read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
        const der = Option.getOrThrow(Sm2.rawToDer(raw))
        expect(Option.getOrThrow(Sm2.derToRaw(der)).equals(raw)).toBe(true)
        expect(Option.isNone(Sm2.derToRaw(Buffer.concat([der, Buffer.of(0)])))).toBe(true)
        expect(Option.isNone(Sm2.derToRaw(der.subarray(0, -1)))).toBe(true)
      })
    )
    expect(Option.isNone(Sm2.derToRaw(hex("300702020001020101")))).toBe(true)
    expect(Option.isNone(Sm2.rawToDer(Buffer.alloc(63)))).toBe(true)
  })
})

describe("keys", () => {
  it("are no keys when the point is off the curve or compressed, or the curve another", () => {
    const { point } = signer()
    for (let bit = 8; bit < 520; bit += 37) expect(Option.isNone(Sm2.fromPoint(flipped(point, bit)))).toBe(true)
    expect(Option.isNone(Sm2.fromPoint(Buffer.concat([Buffer.of(2), point.subarray(1, 33)])))).toBe(true)
    expect(Option.isNone(Sm2.fromPoint(Buffer.alloc(65, 4)))).toBe(true)
    const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" })
    expect(Option.isNone(Sm2.fromSpki(p256))).toBe(true)
  })

  it("sign what another implementation accepts, when they come as PKCS #8", () => {
    const pem = generateKeyPairSync("ec", { namedCurve: "SM2" }).privateKey.export({ format: "pem", type: "pkcs8" })
    const own = Option.getOrThrow(Sm2.fromPem(Redacted.make(String(pem))))
    const publicKey = Buffer.from(own.publicKey.point).toString("hex")
    fc.assert(
      fc.property(message, (text) => {
        const signature = Sm2.sign(own, text)
        return (
          Sm2.verify(own.publicKey, text, signature) &&
          sm2.doVerifySignature(new Uint8Array(text), signature.toString("hex"), publicKey, { der: true, hash: true })
        )
      }),
      { numRuns: 40 }
    )
    const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ format: "pem", type: "pkcs8" })
    expect(Option.isNone(Sm2.fromPem(Redacted.make(String(rsa))))).toBe(true)
    expect(Option.isNone(Sm2.fromPem(Redacted.make("not a key")))).toBe(true)
  })
})
