import {
  type Account,
  type AccountEvent,
  AccountId,
  type Change,
  type Enterprise,
  type Loaded,
  Store
} from "@single-window/core"
import * as Effect from "effect/Effect"

export const NOW = 1_700_000_000_000

export const accountId = (number: number) => AccountId.make(`acct-${String(number).padStart(16, "0")}`)

export const enterprise = (fields: Partial<Enterprise> = {}): Enterprise => ({
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "",
  organizationCode: "123456789",
  legalRepresentativeName: "李娜",
  ...fields
})

/** Every value of this person can be told from any other text, so that a search for it finds only itself. */
export const secrets = {
  name: "欧阳暗香",
  number: "110101199003079999",
  mobile: "13800009999",
  email: "canary@example.test",
  passwordHash: "$argon2id$canary",
  reason: "欧阳暗香 asked for it by telephone",
  answer: "an answer about 欧阳暗香"
} as const

/** How an account begins; numbers make accounts that share nothing. */
export const begun = (
  number: number,
  fields: Partial<Pick<Account, "username" | "enterprise" | "holder">> = {}
): AccountEvent => ({
  _tag: "AccountMigrated",
  id: accountId(number),
  username: `Migrated_${number}`,
  enterprise: enterprise(),
  holder: {
    name: secrets.name,
    document: { type: "resident-id", number: `${secrets.number.slice(0, -3)}${String(number).padStart(3, "0")}` },
    validity: { from: "20150301", to: "00000000" }
  },
  mobile: secrets.mobile,
  email: secrets.email,
  source: "ciq",
  passwordHash: secrets.passwordHash,
  ...fields
})

export const renamed = (name: string): AccountEvent => ({ _tag: "EnterpriseEdited", enterprise: enterprise({ name }) })

export const commitOf = (before: Loaded | undefined, ...events: ReadonlyArray<AccountEvent>) => ({
  changes: [{ before, events } satisfies Change],
  at: NOW,
  actor: "system:conformance"
})

/** Begins `accounts` accounts and renames the enterprise of each until it has `events` events. */
export const history = (accounts: number, events: number) =>
  Effect.gen(function* () {
    const store = yield* Store
    for (let number = 1; number <= accounts; number++) {
      yield* store.commit(commitOf(undefined, begun(number)))
    }
    for (let round = 2; round <= events; round++) {
      for (let number = 1; number <= accounts; number++) {
        yield* store.commit(commitOf(yield* store.load(accountId(number)), renamed(`示例贸易有限公司${round}`)))
      }
    }
  })
