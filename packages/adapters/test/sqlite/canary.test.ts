import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { it } from "@effect/vitest"
import { type AccountEvent, AccountId, Store } from "@single-window/core"
import { Effect, Layer } from "effect"
import { describe, expect } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import * as Vaults from "../../src/vault/index.js"
import { filename } from "./place.js"

/** A person who does not exist, of whom nothing may be found again. Each text is long enough not to turn up by chance. */
const canary = {
  name: "欧阳暗香疏影",
  number: "110101199003079999",
  mobile: "13800009999",
  email: "canary.person@example.test",
  bankCard: "6227001234567890121",
  cardNumber: "JJ00000099999",
  passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$Y2FuYXJ5",
  enterprise: "暗香疏影贸易有限公司",
  reason: "本人暗香疏影来电要求更正",
  evidence: "case-暗香疏影-2022",
  key: "idempotency-key-of-canary",
  answer: "answer-about-canary-person"
}

const marker = "marker_username_in_plain"
const id = AccountId.make("acct-00000000000canary")

const enterprise = {
  name: canary.enterprise,
  unifiedSocialCreditCode: "",
  organizationCode: "987654321",
  legalRepresentativeName: canary.name
}

const events: ReadonlyArray<AccountEvent> = [
  {
    _tag: "AccountMigrated",
    id,
    username: marker,
    enterprise,
    holder: { name: canary.name, document: { type: "resident-id", number: canary.number } },
    mobile: canary.mobile,
    email: canary.email,
    source: "ciq",
    passwordHash: canary.passwordHash
  },
  { _tag: "EnterpriseCorrected", enterprise, evidence: canary.evidence },
  { _tag: "CardBound", cardNumber: canary.cardNumber, kind: "operator" },
  {
    _tag: "BankCardCodeSent",
    subject: "account-holder",
    pending: {
      cardNumber: canary.bankCard,
      mobile: canary.mobile,
      codeHash: "hash",
      sentAt: 0,
      expiresAt: 1,
      attemptsLeft: 5
    }
  }
]

/** The forms in which a text can lie among other bytes; base64 in each of its three alignments, without the ends that depend on neighbours. */
const forms = (text: string): ReadonlyArray<Buffer> => {
  const utf8 = Buffer.from(text, "utf8")
  const utf16 = Buffer.from(text, "utf16le")
  const base64 = [0, 1, 2].flatMap((shift) =>
    (["base64", "base64url"] as const).map((form) => {
      const shifted = Buffer.concat([Buffer.alloc(shift), utf8])
        .toString(form)
        .replaceAll("=", "")
      return shifted.slice(shift === 0 ? 0 : 4, -2)
    })
  )
  const hex = [utf8.toString("hex"), utf8.toString("hex").toUpperCase()]
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    ...[...base64, ...hex, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)].map((form) => Buffer.from(form))
  ]
}

const found = (folder: string, text: string): ReadonlyArray<string> =>
  readdirSync(folder).filter((file) => {
    const bytes = readFileSync(join(folder, file))
    return forms(text).some((form) => bytes.includes(form))
  })

describe("personal data", () => {
  it.scopedLive("is in no file of the store, in no spelling, while it is open and after", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const folder = dirname(path)
      const vault = Vaults.layerKeyFile({ path: join(folder, "store.key"), create: true })
      const store = Store.layer.pipe(Layer.provide(Layer.merge(Sqlite.layer({ filename: path }), vault)))
      yield* Effect.gen(function* () {
        const store = yield* Store
        const commit = { at: 0, actor: "system:test", reason: canary.reason }
        const idempotency = { key: canary.key, request: "digest", answer: canary.answer }
        yield* store.commit({ ...commit, changes: [{ before: undefined, events }], idempotency })
        const before = yield* store.load(id)
        expect(before?.account.holder.name).toBe(canary.name)
        yield* store.commit({ ...commit, changes: [{ before, events: [{ _tag: "AccountDeleted" }] }] })
        expect(readdirSync(folder)).toEqual(["store.db", "store.db-shm", "store.db-wal", "store.key"])
        expect(found(folder, marker)).toEqual(["store.db-wal"])
        for (const secret of Object.values(canary)) expect(found(folder, secret)).toEqual([])
      }).pipe(Effect.provide(store))
      expect(found(folder, marker)).toEqual(["store.db"])
      for (const secret of Object.values(canary)) expect(found(folder, secret)).toEqual([])
    })
  )
})
