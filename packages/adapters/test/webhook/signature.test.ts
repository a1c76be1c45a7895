import { it } from "@effect/vitest"
import { Redacted } from "effect"
import * as fc from "fast-check"
import { Webhook } from "standardwebhooks"
import { describe, expect } from "vitest"
import { type Secret, verify } from "../../src/webhook/index.js"
import { sign } from "../../src/webhook/signature.js"

const NOW = 1_652_155_200_000
const aSecret: fc.Arbitrary<Secret> = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((bytes) => Redacted.make(`whsec_${Buffer.from(bytes).toString("base64")}`))
const aMessage = fc.record({
  id: fc.stringMatching(/^journal_[0-9]{1,8}-[0-9]{1,8}$/),
  timestamp: fc.integer({ min: NOW / 1000 - 300, max: NOW / 1000 + 300 }),
  body: fc.fullUnicodeString()
})
const known: Secret = Redacted.make(`whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`)
const message = { id: "journal_1-2", timestamp: NOW / 1000, body: `{"type":"journal"}` }
const options = { secrets: [known], now: NOW }

describe("the signature of a delivery", () => {
  it.prop(
    "is right for whoever holds one of the secrets, and for nobody else",
    [aMessage, fc.uniqueArray(aSecret, { minLength: 2, maxLength: 4, selector: Redacted.value })],
    ([signed, [stranger, ...secrets]]) => {
      if (stranger === undefined) throw new Error("no stranger")
      const headers = sign(signed, secrets)
      for (const secret of secrets) {
        expect(verify({ headers, body: signed.body }, { secrets: [stranger, secret], now: NOW })).toBe(true)
      }
      expect(verify({ headers, body: signed.body }, { secrets: [stranger], now: NOW })).toBe(false)
    }
  )

  it.prop("is what the Standard Webhooks library expects", [aMessage, aSecret], ([{ body, id }, secret]) => {
    const headers = sign({ id, timestamp: Math.floor(Date.now() / 1000), body: JSON.stringify({ body }) }, [secret])
    const theirs = new Webhook(Redacted.value(secret))
    expect(theirs.verify(JSON.stringify({ body }), { ...headers })).toEqual({ body })
  })

  it("agrees with the example of the specification", () => {
    const headers = sign({ id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1614265330, body: `{"test": 2432232314}` }, [
      Redacted.make("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    ])
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  })

  const bytes = Buffer.byteLength(message.body)
  it.prop("is spoiled by any bit of the body", [fc.nat(bytes * 8 - 1)], ([bit]) => {
    const headers = sign(message, [known])
    const body = Buffer.from(message.body)
    body.writeUInt8(body.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(verify({ headers, body: body.toString("latin1") }, options)).toBe(false)
    expect(verify({ headers, body: message.body }, options)).toBe(true)
  })

  it.prop(
    "is spoiled by any other time, id or signature",
    [fc.integer({ min: 1, max: 299 }), fc.base64String()],
    ([seconds, text]) => {
      const headers = sign(message, [known])
      const wrong = [
        { ...headers, "webhook-timestamp": String(message.timestamp + seconds) },
        { ...headers, "webhook-id": `${message.id}0` },
        { ...headers, "webhook-signature": `v1,${text}` },
        { ...headers, "webhook-signature": (headers["webhook-signature"] ?? "").replace("v1,", "v1a,") }
      ]
      for (const tried of wrong) expect(verify({ headers: tried, body: message.body }, options)).toBe(false)
    }
  )

  it("holds for five minutes either way and no second longer", () => {
    const headers = sign(message, [known])
    const at = (seconds: number) => verify({ headers, body: message.body }, { ...options, now: NOW + seconds * 1000 })
    expect([-301, -300, 0, 300, 301].map(at)).toEqual([false, true, true, true, false])
  })

  it("is not made good by a missing header or a secret that is too short", () => {
    const short: Secret = Redacted.make(`whsec_${Buffer.from("too short").toString("base64")}`)
    const headers = sign(message, [known, short])
    for (const name of Object.keys(headers)) {
      expect(verify({ headers: { ...headers, [name]: undefined }, body: message.body }, options)).toBe(false)
    }
    expect(verify({ headers, body: message.body }, { ...options, secrets: [short] })).toBe(false)
    expect(verify({ headers, body: message.body }, { ...options, secrets: [] })).toBe(false)
  })
})
