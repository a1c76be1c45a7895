import { type Account, levelOf as levelOfAccount, methodOf } from "@single-window/core"
import { alike } from "./alike.js"
import type { InvariantId, Report } from "./Invariant.js"
import { type Life, levelOf } from "./Life.js"

type Row = readonly [invariant: InvariantId, what: string, followed: unknown, kept: unknown]

const rowsOf = (life: Life, account: Account): ReadonlyArray<Row> => {
  const { certification, cardBinding, journey, logIn, password } = account
  return [
    ["I-2", "enterprise-facet-differs", life.facets.enterprise, certification.enterprise.state],
    ["I-2", "holder-facet-differs", life.facets.holder, certification.holder.state],
    [
      "I-2",
      "methods-differ",
      [...life.methods.keys()].sort().join(),
      certification.methods
        .map(({ method }) => method)
        .sort()
        .join()
    ],
    ["I-2", "level-differs", levelOf(life), levelOfAccount(account)],
    ["I-4", "binding-differs", life.binding, cardBinding.state],
    ["I-3", "journey-differs", life.journey?.method, journey === undefined ? undefined : methodOf(journey.state)],
    ["I-3", "journey-time-differs", life.journey?.expiresAt, journey?.expiresAt],
    ["I-10", "guesses-differ", life.guesses.inAll, logIn.failuresInAll],
    ["I-7", "initial-password-differs", life.mustChange, password?.mustChange ?? false],
    ["I-8", "role-differs", life.role, account.role],
    ["I-8", "deletion-differs", life.deleted, account.deleted],
    ["I-12", "username-differs", life.username, account.username],
    ["I-12", "successor-differs", life.successorOf, account.successorOf]
  ]
}

/** Values that are nobody's business in a message. */
const silent: ReadonlyArray<readonly [what: string, member: "enterprise" | "holder"]> = [
  ["enterprise-differs", "enterprise"],
  ["holder-differs", "holder"]
]

/** What is under way rests on the values that the account has now. */
const journeyStands = ({ journey, enterprise }: Account): boolean =>
  journey === undefined || !("enterprise" in journey.state) || alike(journey.state.enterprise, enterprise)

/** Holds what is stored against what the journal led to. */
export const compare = (life: Life, account: Account, report: Report): void => {
  for (const [invariant, what, followed, kept] of rowsOf(life, account))
    if (followed !== kept) report(invariant, what, { followed: followed ?? null, kept: kept ?? null })
  for (const [what, member] of silent) if (!alike(life[member], account[member])) report("I-8", what)
  if (!journeyStands(account)) report("I-3", "journey-on-other-values")
}

/** What the verifiers' answers of "no" come to, against what the account has counted. */
export const compareCounts = (
  account: Account,
  heard: ReadonlyMap<string, ReadonlyArray<number>>,
  report: Report
): void => {
  for (const [key, times] of heard) {
    const counted = account.attempts[key]
    const due = counted === undefined ? times.length : times.filter((at) => at >= counted.since).length
    if ((counted?.count ?? 0) < due)
      report("I-10", "attempt-not-counted", { key, answered: due, counted: counted?.count ?? 0 })
  }
}
