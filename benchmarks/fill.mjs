import { AccountId, Store } from "../packages/core/dist/index.js"
import { Effect } from "../packages/testkit/node_modules/effect/dist/esm/index.js"

/** One account in ten has had a second thing happen to it. */
export const fill = (accounts) =>
  Effect.gen(function* () {
    const store = yield* Store
    for (let from = 0; from < accounts; from += 500) {
      const changes = Array.from({ length: Math.min(500, accounts - from) }, (_, index) => {
        const number = String(from + index).padStart(7, "0")
        const migrated = {
          _tag: "AccountMigrated",
          id: AccountId.make(`acct-${number.padStart(20, "0")}`),
          username: `old_${number}`,
          enterprise: {
            name: `北京示例${number}贸易有限公司`,
            unifiedSocialCreditCode: "",
            organizationCode: `${number}X1`,
            legalRepresentativeName: "张示例"
          },
          holder: { name: "李示例", document: { type: "passport", number: `E0${number}` } },
          mobile: "",
          email: "",
          source: "ciq"
        }
        return { before: undefined, events: index % 10 === 0 ? [migrated, { _tag: "AccountDeleted" }] : [migrated] }
      })
      yield* store.commitAll(changes.map((change) => ({ changes: [change], at: 1, actor: "system:benchmark" })))
    }
  })
