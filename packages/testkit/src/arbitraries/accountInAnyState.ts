import {
  type Account,
  attemptKey,
  Channel,
  type Origin,
  type Password,
  type Role,
  Subject,
  VoidedBecause
} from "@single-window/core"
import * as fc from "fast-check"
import { account, certification } from "./account.js"
import { enterprise, migratedEnterprise } from "./enterprise.js"
import { instant, journeyOf } from "./journey.js"

const HOUR = 3_600_000

/** Where an account can come from and what it can be then. */
const beginnings: ReadonlyArray<{ readonly origin: Origin; readonly role: Role; readonly source?: string }> = [
  { origin: "registered", role: "administrator" },
  { origin: "migrated", role: "personal", source: "ciq" },
  { origin: "migrated", role: "operator", source: "local:GD" },
  { origin: "cardless", role: "operator" },
  { origin: "card", role: "operator" },
  { origin: "card", role: "administrator" }
]

const password: fc.Arbitrary<Password | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ hash: "mock$salt$hash", mustChange: false }),
  instant.map((at) => ({ hash: "mock$salt$hash", mustChange: true, expiresAt: at + 72 * HOUR }))
)

const logIn: fc.Arbitrary<Account["logIn"]> = fc
  .tuple(fc.nat(4), fc.nat(99), fc.option(instant, { nil: undefined }), fc.boolean(), fc.nat(20))
  .map(([failures, earlier, lockedUntil, hardLocked, epoch]) => ({
    failures,
    failuresInAll: failures + earlier,
    hardLocked,
    epoch,
    ...(lockedUntil === undefined ? {} : { lockedUntil })
  }))

const attempts: fc.Arbitrary<Account["attempts"]> = fc.dictionary(
  fc
    .tuple(fc.constantFrom(...Subject.literals), fc.constantFrom(...Channel.literals))
    .map(([subject, channel]) => attemptKey(subject, channel)),
  fc.record({ count: fc.integer({ min: 1, max: 5 }), since: instant }),
  { maxKeys: 4 }
)

/** Voided certification says why. */
const certificationWithReason: fc.Arbitrary<Account["certification"]> = fc
  .tuple(certification, fc.constantFrom(...VoidedBecause.literals))
  .map(([facets, because]) =>
    facets.enterprise.state === "voided" || facets.holder.state === "voided"
      ? { ...facets, voidedBecause: because }
      : facets
  )

/**
 * An account in any state that its life can bring it to: information complete or as migrated, locked, deleted, voided,
 * under way. What must agree does: a deleted account has no journey, and a journey is about the account's own enterprise.
 */
export const accountInAnyState: fc.Arbitrary<Account> = fc
  .record({
    beginning: fc.constantFrom(...beginnings),
    enterprise: fc.oneof(enterprise, migratedEnterprise),
    deleted: fc.boolean(),
    password
  })
  .chain(({ beginning, deleted, password: held, ...fixed }) =>
    fc
      .tuple(
        account({
          role: fc.constant(beginning.role),
          origin: fc.constant(beginning.origin),
          enterprise: fc.constant(fixed.enterprise),
          deleted: fc.constant(deleted),
          certification: certificationWithReason,
          logIn,
          attempts,
          smsSent: fc.array(instant, { maxLength: 10 }).map((sent) => sent.sort((a, b) => a - b)),
          answeredBankRequests: fc.uniqueArray(fc.hexaString({ minLength: 32, maxLength: 32 }), { maxLength: 3 }),
          administratorAssisted: beginning.origin === "cardless" ? fc.boolean() : fc.constant(false),
          createdAt: instant
        }),
        deleted ? fc.constant(undefined) : fc.option(journeyOf(fixed.enterprise), { nil: undefined })
      )
      .map(([whole, journey]) => ({
        ...whole,
        ...(beginning.source === undefined ? {} : { source: beginning.source }),
        ...(held === undefined ? {} : { password: held }),
        ...(journey === undefined ? {} : { journey })
      }))
  )
