import { createHash, timingSafeEqual } from "node:crypto"
import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { CaptchaGate, Entropy, Unavailable, Vault } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { VALID_FOR } from "./memory.js"
import { DIGITS, meant, questionOf } from "./question.js"

const form = /^(\d{1,15})\.([0-9a-f]{32})\.([0-9a-f]{64})\.([0-9a-f]{64})$/

const unavailable = () =>
  new Unavailable({ port: "captcha", detail: "the folder of answered captchas cannot be written to" })

const make = (folder: string) =>
  Effect.gen(function* () {
    const entropy = yield* Entropy
    const vault = yield* Vault
    const mac = (parts: ReadonlyArray<string | number | undefined>): Buffer =>
      createHash("sha256")
        .update(vault.fingerprint(`captcha|${parts.join("|")}`))
        .digest()
    const ofAnswer = (expiresAt: string | number, nonce: string, answer: number | undefined) =>
      mac(["answer", expiresAt, nonce, answer])
    const ofId = (expiresAt: string | number, nonce: string, answer: string) => mac(["id", expiresAt, nonce, answer])

    /** True for the first who spends it: of several processes, only one can make the file. */
    const spend = (expiresAt: string, nonce: string, now: number) =>
      Effect.try({
        try: () => {
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          for (const name of readdirSync(folder)) {
            if (/^\d+-[0-9a-f]{32}$/.test(name) && Number.parseInt(name, 10) < now)
              rmSync(join(folder, name), { force: true })
          }
          try {
            closeSync(openSync(join(folder, `${expiresAt}-${nonce}`), "wx", 0o600))
            return true
          } catch (failure) {
            if ((failure as { readonly code?: unknown }).code === "EEXIST") return false
            throw failure
          }
        },
        catch: unavailable
      })

    return CaptchaGate.of({
      issue: Effect.gen(function* () {
        const { answer, ...question } = questionOf(yield* entropy.digits(DIGITS))
        const nonce = yield* entropy.token(16)
        const expiresAt = (yield* Clock.currentTimeMillis) + VALID_FOR
        const right = ofAnswer(expiresAt, nonce, answer).toString("hex")
        return {
          id: `${expiresAt}.${nonce}.${right}.${ofId(expiresAt, nonce, right).toString("hex")}`,
          question,
          expiresAt
        }
      }),
      check: (id, answer) =>
        Effect.gen(function* () {
          const [, expiresAt = "", nonce = "", right = "", own = ""] = form.exec(id) ?? []
          // Only ids of ours leave a file behind.
          if (own === "" || !timingSafeEqual(ofId(expiresAt, nonce, right), Buffer.from(own, "hex"))) return false
          const now = yield* Clock.currentTimeMillis
          if (now >= Number(expiresAt)) return false
          const first = yield* spend(expiresAt, nonce, now)
          return first && timingSafeEqual(ofAnswer(expiresAt, nonce, meant(answer)), Buffer.from(right, "hex"))
        })
    })
  })

/**
 * Captchas that one process asks and another checks, such as two runs of a command: the id carries the signed answer, and
 * a folder that the processes share remembers which were answered until they would have run out.
 */
export const layerShared = (options: { readonly folder: string }): Layer.Layer<CaptchaGate, never, Entropy | Vault> =>
  Layer.effect(CaptchaGate, make(options.folder))
