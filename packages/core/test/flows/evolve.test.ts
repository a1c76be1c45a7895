import { assert, describe, it } from "@effect/vitest"
import {
  Account,
  AccountEvent,
  AccountId,
  evolve,
  evolveAll,
  SecurityLevel as Levels,
  levelOf,
  type SecurityLevel,
  scopeOf
} from "@single-window/core"
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { accounts } from "../frontdoor/twoEnterprises.js"

const births = new Set(["AdministratorRegistered", "AccountMigrated", "CardlessOperatorAdded", "AccountTakenOver"])
const life = Arbitrary.make(AccountEvent).filter((event) => !births.has(event._tag))
const { enterprise, holder } = accounts.zhang

const born = (role: "personal" | "operator" | "administrator"): AccountEvent => ({
  _tag: "AccountTakenOver",
  id: AccountId.make("acct-0123456789abcdef"),
  username: "ciq_td_01",
  enterprise,
  holder,
  mobile: "",
  email: "",
  role,
  origin: "migrated",
  mustChangePassword: false,
  passwordHash: "hash"
})
const role = fc.constantFrom("personal" as const, "operator" as const, "administrator" as const)
const lives = fc.tuple(role, fc.array(life, { maxLength: 30 }))
const isAccount = Schema.is(Schema.typeSchema(Account))
const rank = (level: SecurityLevel) => Levels.literals.indexOf(level)
const at = 1_652_144_400_000

const json = <A>(value: A): A => JSON.parse(JSON.stringify(value))

/** The account after each event. */
const course = ([role, events]: readonly [Parameters<typeof born>[0], ReadonlyArray<AccountEvent>]) => {
  const states: Array<Account> = [evolve(undefined, born(role), at)]
  for (const event of events) states.push(evolve(states.at(-1), event, at))
  return states
}
const last = (states: ReadonlyArray<Account>): Account => states[states.length - 1]!

describe("whatever happens to an account, in whatever order", () => {
  it("it stays an account, and the same one", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const account = last(course(life))
        assert.isTrue(isAccount(account))
        assert.strictEqual(account.id, "acct-0123456789abcdef")
        assert.strictEqual(account.username, "ciq_td_01")
        assert.deepStrictEqual(account, evolveAll(undefined, [born(life[0]), ...life[1]], at))
        // Events and states are kept as JSON: the same course follows from what comes back.
        const again = last(course([life[0], json(life[1])]))
        assert.deepStrictEqual(json(account), json(again))
      }),
      { numRuns: 150 }
    )
  })

  it("its level never stands above its live evidence (I-2)", () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const account of course(life)) {
          const { enterprise, holder, methods } = account.certification
          const best = Math.max(0, ...methods.map(({ level }) => rank(level)))
          assert.isAtMost(rank(levelOf(account)), best)
          if (enterprise.state !== "valid" || holder.state !== "valid") assert.strictEqual(levelOf(account), "none")
        }
      }),
      { numRuns: 150 }
    )
  })

  it("a voided certification counts for nothing, and no method passed before it counts again", () => {
    fc.assert(
      fc.property(lives, lives, ([role, before], [, after]) => {
        const voided: AccountEvent = { _tag: "CertificationVoided", facets: ["holder"], because: "identity-changed" }
        const granted = after.flatMap((event) => (event._tag === "CertificationGranted" ? [event.method] : []))
        const voidedThen = course([role, [...before, voided]])
        assert.deepStrictEqual(last(voidedThen).certification.methods, [])
        assert.strictEqual(levelOf(last(voidedThen)), "none")
        for (const { method } of last(course([role, [...before, voided, ...after]])).certification.methods) {
          assert.include(granted, method)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("the epoch only rises, and rises when the account is deleted, reset or given a new password", () => {
    const ends = new Set(["AccountDeleted", "PasswordReset", "PasswordChanged"])
    fc.assert(
      fc.property(lives, ([role, events]) => {
        const states = course([role, events])
        events.forEach((event, index) => {
          const rise = (states[index + 1]?.logIn.epoch ?? 0) - (states[index]?.logIn.epoch ?? 0)
          assert.strictEqual(rise, ends.has(event._tag) ? 1 : 0, event._tag)
        })
      }),
      { numRuns: 100 }
    )
  })

  it("an operator who moves to another enterprise is no operator there; nobody else changes role but by admission", () => {
    fc.assert(
      fc.property(lives, ([role, events]) => {
        const states = course([role, events])
        events.forEach((event, index) => {
          const [before, after] = [states[index]!, states[index + 1]!]
          const moved = scopeOf(before.enterprise) !== scopeOf(after.enterprise)
          if (before.role === "operator" && moved) assert.strictEqual(after.role, "personal")
          else if (event._tag === "OperatorAdmitted") assert.strictEqual(after.role, "operator")
          else assert.strictEqual(after.role, before.role)
        })
      }),
      { numRuns: 100 }
    )
  })

  it("a journey is over once it ends, is answered with no, or its account is deleted", () => {
    const ends = [
      "CertificationGranted",
      "CertificationAbandoned",
      "CertificationRanOut",
      "EnterpriseFoundNotVerifiable",
      "BankDeclinedRequest",
      "AccountDeleted"
    ]
    fc.assert(
      fc.property(
        lives,
        life.filter((event) => ends.includes(event._tag)),
        ([role, events], end) => {
          assert.isUndefined(last(course([role, [...events, end]])).journey)
        }
      ),
      { numRuns: 100 }
    )
  })

  it("a bank request that was answered stays answered", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const states = course(life)
        states.slice(1).forEach(({ answeredBankRequests }, index) => {
          const before = states[index]?.answeredBankRequests ?? []
          assert.deepStrictEqual(answeredBankRequests.slice(0, before.length), [...before])
        })
      }),
      { numRuns: 60 }
    )
  })

  it("and nothing can happen to an account that never began", () => {
    fc.assert(
      fc.property(life, (event) => {
        assert.throws(() => evolve(undefined, event, at), event._tag)
      }),
      { numRuns: 40 }
    )
  })
})
