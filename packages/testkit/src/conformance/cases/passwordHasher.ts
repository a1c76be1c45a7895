import { PasswordHasher } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Case } from "./Case.js"
import { expect, shown } from "./Violation.js"

export interface Samples {
  /** Passwords to try; the suite brings its own, and a slow hasher may be given fewer. */
  readonly passwords?: readonly [string, ...ReadonlyArray<string>]
}

/** Plain, long beyond 72 bytes, Chinese, with an emoji, with blanks at its ends. */
export const hardPasswords: readonly [string, ...ReadonlyArray<string>] = [
  "Init#2022",
  `${"a".repeat(72)}Z9`,
  "单一窗口2022",
  "p🔑ss-Word",
  " Blank At Ends 1 "
]

const hash = (password: string) => Effect.flatMap(PasswordHasher, (hasher) => hasher.hash(Redacted.make(password)))
const verify = (password: string, text: string | undefined) =>
  Effect.flatMap(PasswordHasher, (hasher) => hasher.verify(Redacted.make(password), text))

const refuses = (password: string, text: string | undefined, what: string) =>
  Effect.flatMap(verify(password, text), (passed) => expect(!passed, `${what} was accepted`))

const others = (password: string): ReadonlyArray<string> =>
  [
    password.slice(0, -1),
    `${password}x`,
    `${password.slice(0, -1)}§`,
    password.toLowerCase(),
    password.toUpperCase(),
    password.trim(),
    `${password} `,
    ""
  ].filter((other) => other !== password)

export const cases = (samples: Samples = {}): ReadonlyArray<Case<PasswordHasher>> => {
  const passwords = samples.passwords ?? hardPasswords
  const [first] = passwords
  return [
    {
      name: "MUST accept the password that it hashed",
      run: Effect.forEach(passwords, (password) =>
        Effect.flatMap(hash(password), (text) =>
          Effect.flatMap(verify(password, text), (passed) => expect(passed, `${shown(password)} was refused`))
        )
      )
    },
    {
      name: "MUST NOT accept any other: shorter, longer, another case, another blank",
      run: Effect.forEach(passwords, (password) =>
        Effect.flatMap(hash(password), (text) =>
          Effect.forEach(others(password), (other) => refuses(other, text, `${shown(other)} for ${shown(password)}`))
        )
      )
    },
    {
      name: "MUST NOT give one password the same hash text twice",
      run: Effect.gen(function* () {
        const [one, two] = [yield* hash(first), yield* hash(first)]
        yield* expect(one !== two, "the hash has no salt")
      })
    },
    {
      name: "MUST NOT show the password in its hash text",
      run: Effect.forEach(passwords, (password) =>
        Effect.flatMap(hash(password), (text) => {
          const forms = [
            password,
            Buffer.from(password).toString("base64").replace(/=+$/, ""),
            Buffer.from(password).toString("hex")
          ]
          return expect(!forms.some((form) => text.includes(form)), "the hash text holds the password")
        })
      )
    },
    {
      name: "MUST answer no, and not break, where there is no hash text or one it did not make",
      run: Effect.gen(function* () {
        const text = yield* hash(first)
        const strange = [undefined, "", first, "$", "plain", text.slice(0, -1), text.slice(1), "$argon2id$v=19$m=1$x$y"]
        yield* Effect.forEach(strange, (other) => refuses(first, other, `the hash text ${shown(other)}`))
      })
    }
  ]
}
