import type { City, User } from "../City.js"
import { certify } from "./certify.js"
import { chores } from "./chores.js"
import { comeIn } from "./comeIn.js"
import { repairEnterprise, repairHolder } from "./repair.js"
import { type Came, refusedBy, think, type Visit } from "./Visit.js"

interface Standing {
  readonly next: ReadonlyArray<string>
  readonly problems: ReadonlyArray<{ readonly about: string; readonly field: string }>
}

const standingIn = (came: Came): Standing | undefined => (came.kind === "done" ? (came.result as Standing) : undefined)

function* ask(user: User): Visit<Standing | undefined> {
  const came = yield { query: { ask: "Completeness", as: { kind: "user", user } } }
  if (refusedBy(came) === "NotFound") user.gone = true
  return standingIn(came)
}

/** The manual's way: mend what is missing or wrong, then certify. */
function* goTheWay(city: City, user: User): Visit {
  for (let left = 4; left > 0; left--) {
    const standing = yield* ask(user)
    if (standing === undefined) return
    const { next, problems } = standing
    if (next.includes("edit-enterprise")) {
      const fields = problems.filter(({ about }) => about === "enterprise").map(({ field }) => field)
      if (!(yield* repairEnterprise(city, user, fields))) return
    } else if (next.includes("edit-holder")) {
      if (!(yield* repairHolder(city, user))) return
    } else if (next.includes("certify")) {
      return yield* certify(city, user)
    } else {
      user.content = true
      user.stuckOn = undefined
      return yield* chores(city, user)
    }
    yield* think(user)
  }
}

/** An account holder's visit, from coming in to leaving. */
export function* holderVisit(city: City, user: User): Visit {
  user.visits++
  if (!(yield* comeIn(city, user))) return
  user.waitsFor = undefined
  yield* goTheWay(city, user)
}
