import { createHash } from "node:crypto"
import { PasswordHasher } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { cases } from "../cases/passwordHasher.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

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

export const passwordHasher = planted("PasswordHasher", cases(), [
  {
    defect: says("没有一个密码是对的", "no password is right"),
    caughtBy: ["MUST accept the password that it hashed"],
    layer: hasher(() => ({ verify: () => Effect.succeed(false) }))
  },
  {
    defect: says("任何密码都对", "every password is right"),
    caughtBy: [other],
    layer: hasher(() => ({ verify: () => Effect.succeed(true) }))
  },
  {
    defect: says("只看前 72 个字节", "only 72 bytes count"),
    caughtBy: [other],
    layer: seen((password) => Buffer.from(password).subarray(0, 72).toString())
  },
  {
    defect: says("不分大小写", "case does not count"),
    caughtBy: [other],
    layer: seen((password) => password.toLowerCase())
  },
  {
    defect: says("不看首尾空格", "blanks at the ends do not count"),
    caughtBy: [other],
    layer: seen((password) => password.trim())
  },
  {
    defect: says("没有加盐", "there is no salt"),
    caughtBy: ["MUST NOT give one password the same hash text twice"],
    layer: hasher(() => ({
      hash: (password) => Effect.sync(() => createHash("sha256").update(Redacted.value(password)).digest("hex"))
    }))
  },
  {
    defect: says("明文保存密码", "the password is kept in plain"),
    caughtBy: [shows],
    layer: hasher(({ hash }) => ({
      hash: (password) => Effect.map(hash(password), (text) => `${text}$${Redacted.value(password)}`)
    }))
  },
  {
    defect: says("以 base64 保存密码", "the password is kept in base64"),
    caughtBy: [shows],
    layer: hasher(({ hash }) => ({
      hash: (password) =>
        Effect.map(hash(password), (text) => `${text}$${Buffer.from(Redacted.value(password)).toString("base64")}`)
    }))
  },
  {
    defect: says("没有散列时任何人都能登录", "no hash text lets everybody in"),
    caughtBy: [noHash],
    layer: hasher(({ verify }) => ({
      verify: (password, text) => (text === undefined ? Effect.succeed(true) : verify(password, text))
    }))
  },
  {
    defect: says("遇到陌生的散列就崩溃", "a strange hash text breaks it"),
    caughtBy: [noHash],
    breaks: true,
    layer: hasher(({ verify }) => ({
      verify: (password, text) =>
        text?.startsWith("mock$") === false ? Effect.dieMessage("cannot read") : verify(password, text)
    }))
  }
])
