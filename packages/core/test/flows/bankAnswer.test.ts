import { assert, describe, it } from "@effect/vitest"
import {
  AccountId,
  type BankAnswer,
  BankUkeyFlow,
  defaultPolicy,
  evolveAll,
  type JourneyState,
  levelOf,
  scopeOf
} from "@single-window/core"
import { account as anyAccount } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { codeHash } from "../../src/commands/codeHash.js"
import { xinghai } from "../frontdoor/twoEnterprises.js"

const now = 1_652_144_400_000
const token = fc.hexaString({ minLength: 32, maxLength: 32 })
const bank = fc.constantFrom("CCB", "ABC", "CMBC")

/** An account whose journey waits for a bank, and that bank's right answer. */
const waiting = fc
  .record({
    account: anyAccount({ deleted: fc.constant(false) }),
    bank,
    requestId: token,
    nonce: token,
    later: fc.integer({ min: 1, max: 600_000 })
  })
  .map(({ account, bank, requestId, nonce, later }) => {
    const { enterprise } = account
    const state: Extract<JourneyState, { _tag: "AwaitingBank" }> = {
      _tag: "AwaitingBank",
      bank,
      requestId,
      nonce,
      requestExpiresAt: now + later,
      enterprise
    }
    const answer: BankAnswer = {
      requestId,
      bank,
      account: account.id,
      nonce,
      bankSerial: "1",
      outcome: "success",
      enterprise: { unifiedSocialCreditCode: enterprise.unifiedSocialCreditCode, name: enterprise.name }
    }
    const journey = { id: "1", startedAt: now, expiresAt: now + 1_800_000, state }
    return { account: { ...account, journey }, state, answer }
  })

describe("a bank's answer counts for the open request alone (R-66)", () => {
  it("one that differs in any of request, nonce, bank and account is not trusted and changes nothing", () => {
    const strange = fc.constantFrom<Partial<BankAnswer>>(
      { requestId: "0" },
      { nonce: "0" },
      { bank: "NOBANK" },
      { account: AccountId.make("acct-0000000000000000") }
    )
    fc.assert(
      fc.property(waiting, strange, ({ account, state, answer }, other) => {
        const outcome = BankUkeyFlow.decide(account, state, { ...answer, ...other }, now, defaultPolicy)
        assert.strictEqual(outcome.refused?._tag, "BankReturnNotTrusted")
        assert.deepStrictEqual(outcome.events, [])
      })
    )
  })

  it("the right one proves the enterprise, and the level follows only where the holder stands", () => {
    fc.assert(
      fc.property(waiting, ({ account, state, answer }) => {
        const { events, refused } = BankUkeyFlow.decide(account, state, answer, now, defaultPolicy)
        assert.isUndefined(refused)
        const after = evolveAll(account, events, now) ?? account
        assert.include(after.answeredBankRequests, state.requestId)
        if (account.certification.holder.state === "valid") {
          assert.isUndefined(after.journey)
          assert.notStrictEqual(levelOf(after), "none")
        } else {
          assert.strictEqual(after.journey?.state._tag, "AwaitingBankHolder")
          assert.strictEqual(levelOf(after), levelOf(account))
        }
        assert.isTrue(BankUkeyFlow.isReplay(after, answer))
      })
    )
  })

  it("one about another enterprise, or a no, uses the request up", () => {
    const no = fc.constantFrom<Partial<BankAnswer>>(
      { outcome: "declined" },
      { enterprise: { unifiedSocialCreditCode: xinghai.unifiedSocialCreditCode } }
    )
    fc.assert(
      fc.property(
        waiting.filter(({ account }) => scopeOf(account.enterprise) !== scopeOf(xinghai)),
        no,
        ({ account, state, answer }, other) => {
          const { events, refused } = BankUkeyFlow.decide(account, state, { ...answer, ...other }, now, defaultPolicy)
          assert.include(["BankDeclined", "BankEnterpriseDiffers"], refused?._tag)
          const after = evolveAll(account, events, now) ?? account
          assert.isUndefined(after.journey)
          assert.include(after.answeredBankRequests, state.requestId)
          assert.deepStrictEqual(after.certification, account.certification)
        }
      )
    )
  })
})

describe("the hash of an SMS code", () => {
  it("is another for another account, subject or code", () => {
    const vault = { fingerprint: (text: string) => text } as Parameters<typeof codeHash>[0]
    const of = (account: string, subject: "account-holder" | "legal-representative", code: string) =>
      codeHash(vault, account, subject, code)
    const hashes = ["acct-1", "acct-2"].flatMap((account) =>
      (["account-holder", "legal-representative"] as const).flatMap((subject) =>
        ["123456", "123457"].map((code) => of(account, subject, code))
      )
    )
    assert.strictEqual(new Set(hashes).size, 8)
  })
})
