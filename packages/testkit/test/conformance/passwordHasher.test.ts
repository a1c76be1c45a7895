import { createHash } from "node:crypto"
import { PasswordHasher } from "@single-window/core"
import { Effect, Redacted } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

type Hasher = PasswordHasher["Type"]
const hasher = (spoil: (good: Hasher) => Partial<Hasher>) =>
  spoiled(PasswordHasher, (good) => ({ ...good, ...spoil(good) }))

/** A hasher that sees passwords through a function. */
const seen = (see: (password: string) => string) =>
  hasher(({ hash, verify }) => ({
    hash: (password) => hash(Redacted.make(see(Redacted.value(password)))),
    verify: (password, text) => verify(Redacted.make(see(Redacted.value(password))), text)
  }))

const other = "MUST NOT accept any other: shorter, longer, another case, another blank"
const noHash = "MUST answer no, and not break, where there is no hash text or one it did not make"
const shows = "MUST NOT show the password in its hash text"

provesItCanFail("PasswordHasher", Conformance.PasswordHasherConformance.cases(), [
  {
    defect: "no password is right",
    caughtBy: "MUST accept the password that it hashed",
    layer: hasher(() => ({ verify: () => Effect.succeed(false) }))
  },
  { defect: "every password is right", caughtBy: other, layer: hasher(() => ({ verify: () => Effect.succeed(true) })) },
  {
    defect: "only 72 bytes count",
    caughtBy: other,
    layer: seen((password) => Buffer.from(password).subarray(0, 72).toString())
  },
  { defect: "case does not count", caughtBy: other, layer: seen((password) => password.toLowerCase()) },
  { defect: "blanks at the ends do not count", caughtBy: other, layer: seen((password) => password.trim()) },
  {
    defect: "there is no salt",
    caughtBy: "MUST NOT give one password the same hash text twice",
    layer: hasher(() => ({
      hash: (password) => Effect.sync(() => createHash("sha256").update(Redacted.value(password)).digest("hex"))
    }))
  },
  {
    defect: "the password is kept in plain",
    caughtBy: shows,
    layer: hasher(({ hash }) => ({
      hash: (password) => Effect.map(hash(password), (text) => `${text}$${Redacted.value(password)}`)
    }))
  },
  {
    defect: "the password is kept in base64",
    caughtBy: shows,
    layer: hasher(({ hash }) => ({
      hash: (password) =>
        Effect.map(hash(password), (text) => `${text}$${Buffer.from(Redacted.value(password)).toString("base64")}`)
    }))
  },
  {
    defect: "no hash text lets everybody in",
    caughtBy: noHash,
    layer: hasher(({ verify }) => ({
      verify: (password, text) => (text === undefined ? Effect.succeed(true) : verify(password, text))
    }))
  },
  {
    defect: "a strange hash text breaks it",
    caughtBy: noHash,
    breaks: true,
    layer: hasher(({ verify }) => ({
      verify: (password, text) =>
        text?.startsWith("mock$") === false ? Effect.dieMessage("cannot read") : verify(password, text)
    }))
  }
])
