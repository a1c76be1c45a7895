import type { Violation } from "../../invariants/Invariant.js"
import { type City, cardAt, type User } from "../City.js"
import type { Logged } from "../Log.js"
import type { Lived } from "../simulate.js"
import { itemOf, type Plan } from "./Plan.js"

/** Everybody who is or was in one of the enterprises of those whom it is about. */
const neighbours = (city: City, about: ReadonlyArray<User>): ReadonlySet<User> => {
  const enterprises = new Set(about.flatMap(({ enterprise, home }) => [enterprise, home]))
  return new Set(city.users.filter(({ enterprise, home }) => enterprises.has(enterprise) || enterprises.has(home)))
}

/** Whom an invariant that does not hold is about: its account, and the other where there are two. */
const aboutWhom = ({ city, accounts }: Lived, violation: Violation): ReadonlyArray<User> => {
  const { other } = violation.facts
  const names = [
    violation.username,
    accounts.get(violation.account)?.username,
    typeof other === "string" ? accounts.get(other)?.username : undefined
  ]
  const users = names.flatMap((name) => city.byUsername.get(name?.toLowerCase() ?? "") ?? [])
  return [...new Set(users)]
}

/** Second sendings under one key and by ended sessions cannot be written down, and are no part of what happened. */
const isStory = ({ mishap }: Logged): boolean => mishap === undefined || mishap === "again"

export interface Selected {
  readonly plan: Plan
  readonly users: ReadonlySet<User>
}

/** All that concerned the account and its enterprise, from the start. */
export const select = (lived: Lived, violation: Violation): Selected | undefined => {
  const { city, log, accounts, beginnings } = lived
  const about = aboutWhom(lived, violation)
  if (about.length === 0) return undefined
  const users = neighbours(city, about)
  const names = new Set([...users].map(({ username }) => username.toLowerCase()))
  const enterprises = new Set([...users].flatMap(({ enterprise, home }) => [enterprise, home]))
  const isTheirs = (id: string): boolean => names.has(accounts.get(id)?.username.toLowerCase() ?? "")
  const concerns = ({ deed: { as, about: whom }, wrote }: Logged): boolean =>
    (as.kind === "user" && users.has(as.user)) ||
    (whom !== undefined && users.has(whom)) ||
    (as.kind === "card" && enterprises.has(cardAt(city, as.card).enterprise)) ||
    wrote.some(isTheirs)
  return {
    users,
    plan: {
      starts: beginnings
        .filter(({ user }) => users.has(user))
        .map((beginning) =>
          beginning.kind === "held"
            ? { username: beginning.user.username, seed: beginning.seed }
            : { username: beginning.user.username, row: beginning.row }
        ),
      items: log
        .filter((logged) => logged.deed.do !== "ImportMigratedAccounts" && isStory(logged) && concerns(logged))
        .map(itemOf)
    }
  }
}
