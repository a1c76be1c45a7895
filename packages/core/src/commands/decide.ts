import type { Account } from "../domain/Account.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import type { Refusal } from "../Refusal.js"
import type { Change, Loaded } from "../store/Store.js"
import type { Decision } from "./Command.js"

/** A command that finds nothing to change succeeds, records nothing and voids nothing. */
export const nothing = <Result>(result: Result): Decision<Result> => ({ changes: [], result: () => result })

const changeOf = (subject: Loaded, events: ReadonlyArray<AccountEvent>): ReadonlyArray<Change> =>
  events.length === 0 ? [] : [{ before: subject, events }]

/** Events for one account, and the answer as it follows from the account after them. */
export const happens = <Result>(
  subject: Loaded,
  events: ReadonlyArray<AccountEvent>,
  result: (after: Account) => Result,
  rest: Pick<Decision<Result>, "bound" | "onRecord" | "afterwards"> = {}
): Decision<Result> => ({
  changes: changeOf(subject, events),
  result: ([after]) => result(after ?? subject.account),
  ...rest
})

/** A refusal that leaves something on record: a spent attempt, a journey that is over. */
export const refusedWith = (
  subject: Loaded,
  events: ReadonlyArray<AccountEvent>,
  refused: Refusal,
  bound = true
): Decision<never> => ({
  changes: changeOf(subject, events),
  result: () => {
    throw new Error("a refused command has no result")
  },
  refused,
  bound
})
