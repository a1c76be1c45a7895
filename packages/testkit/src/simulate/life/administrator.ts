import { addPerson, type City, cardAt, newUser, officeOf, personOf, type Request, type User } from "../City.js"
import { person } from "../population/people.js"
import { chores } from "./chores.js"
import { comeIn } from "./comeIn.js"
import { enterpriseNow, identityNow } from "./repair.js"
import { type Came, type Deed, refusedBy, think, type Visit, type Who } from "./Visit.js"

/** Somebody who manages operators: an administrator, or whoever holds the legal-person card. */
interface Manager {
  readonly city: City
  readonly as: Who
  readonly user: User
}

function* manage({ as, user }: Manager, deed: Omit<Deed, "as">): Visit<Came> {
  yield* think(user)
  return yield { deed: { ...deed, as } }
}

const operatorForm = (city: City, user: User) => {
  const { mobile = "" } = personOf(city, user)
  return { ...identityNow(city, user), mobile, email: `operator${user.number}@example.cn` }
}

/** The new account has the old one's user name and nothing else of it. */
const beginsAnew = (user: User): void => {
  user.entrance = "password"
  user.password = "88888888"
  user.otherPassword = undefined
  user.forgetful = false
  if (user.session !== undefined) user.stale = user.session
  user.session = undefined
  user.setBack.clear()
  user.content = false
  user.waitsFor = undefined
  user.stuckOn = undefined
  user.gone = false
}

function* recreate(manager: Manager, user: User): Visit {
  const { city } = manager
  const form = operatorForm(city, user)
  // Some do it in two steps, as the manual says, and some in one.
  if (manager.user.random.chance(0.4)) {
    const deleted = yield* manage(manager, { do: "DeleteOperator", with: { account: user.username }, about: user })
    const tag = refusedBy(deleted)
    if (tag !== undefined && tag !== "NotFound") return
    const added = yield* manage(manager, {
      do: "AddCardlessOperator",
      with: { username: user.username, ...form },
      about: user
    })
    if (added.kind === "done") beginsAnew(user)
    return
  }
  const came = yield* manage(manager, {
    do: "RecreateOperator",
    with: { account: user.username, ...form },
    about: user
  })
  if (came.kind === "done") beginsAnew(user)
}

const wasReset = (user: User): void => {
  user.entrance = "password"
  user.password = "88888888"
  user.otherPassword = undefined
  user.forgetful = false
  user.waitsFor = undefined
}

function* grant(manager: Manager, { user, deed }: Request): Visit {
  const account = user.username
  switch (deed) {
    case "recreate":
      return yield* recreate(manager, user)
    case "admit": {
      yield* manage(manager, { do: "AdmitOperator", with: { account }, about: user })
      return
    }
    case "delete": {
      const came = yield* manage(manager, { do: "DeleteOperator", with: { account }, about: user })
      if (came.kind === "done") user.gone = true
      return
    }
    case "reset": {
      const came = yield* manage(manager, { do: "ResetOperatorPassword", with: { account }, about: user })
      if (came.kind === "done") wasReset(user)
    }
  }
}

/** A colleague who never had an account. */
function* addColleague(manager: Manager): Visit {
  const { city, user } = manager
  const [key, { name, document, validity, mobile = "" }] = addPerson(city, person)
  const number = city.nextNumber()
  const username = user.random.chance(0.03) ? `op${number}` : `operator${number}`
  const came = yield* manage(manager, {
    do: "AddCardlessOperator",
    with: {
      username,
      name,
      document,
      ...(validity === undefined ? {} : { validity }),
      mobile,
      email: `${username}@example.cn`
    }
  })
  if (came.kind !== "done") return
  newUser(city, {
    username,
    person: key,
    enterprise: user.enterprise,
    kind: "holder",
    entrance: "password",
    password: "88888888",
    firstDay: city.day + user.random.between(0, 5)
  })
}

/** Somebody of one's own list, chosen as one would on a screen. */
const chosen = (manager: Manager, listed: Came): User | undefined => {
  if (listed.kind !== "done") return undefined
  const rows = listed.result as ReadonlyArray<{ readonly username: string; readonly self: boolean }>
  const names = rows.filter(({ self }) => !self).map(({ username }) => username)
  return names.length === 0 ? undefined : manager.city.byUsername.get(manager.user.random.pick(names).toLowerCase())
}

function* tidyUp(manager: Manager): Visit {
  const { user } = manager
  const { random } = user
  const listed = yield { query: { ask: "ListOperators", as: manager.as } }
  const other = chosen(manager, listed)
  if (other === undefined) return
  if (random.chance(0.1)) yield* grant(manager, { user: other, deed: "admit" })
  if (random.chance(0.06)) yield* grant(manager, { user: other, deed: "recreate" })
  if (random.chance(0.03)) {
    yield* grant(manager, { user: other, deed: "delete" })
    if (random.chance(0.5) && other.gone) {
      const came = yield* manage(manager, { do: "RestoreOperator", with: { account: other.username }, about: other })
      if (came.kind === "done") other.gone = false
    }
  }
}

/** Tries an account that is none of theirs: a user name that was mistyped, or more than that. */
function* overreach(manager: Manager): Visit {
  const { random } = manager.user
  const other = random.pick(manager.city.users)
  const name = random.pick(["DeleteOperator", "ResetOperatorPassword", "AdmitOperator"] as const)
  const came = yield* manage(manager, { do: name, with: { account: other.username }, about: other })
  if (came.kind === "done" && name === "DeleteOperator") other.gone = true
  if (came.kind === "done" && name === "ResetOperatorPassword") wasReset(other)
}

function* serve(manager: Manager): Visit {
  const { requests } = officeOf(manager.city, manager.user)
  for (const request of requests.splice(0)) yield* grant(manager, request)
  yield* tidyUp(manager)
  if (manager.user.random.chance(0.04)) yield* addColleague(manager)
  if (manager.user.random.chance(0.08)) yield* overreach(manager)
}

/** The administrator's visit: what was asked for, the list, and now and then the account's own affairs. */
export function* administratorVisit(city: City, user: User): Visit {
  if (!(yield* comeIn(city, user))) return
  yield* serve({ city, as: { kind: "user", user }, user })
  const own = city.random.chance(0.1)
  if (own) yield* chores(city, user)
}

/** Somebody with the legal-person card manages as the administrator would. */
export function* cardVisit(city: City, user: User): Visit {
  const office = officeOf(city, user)
  const card = office.cards.find((key) => cardAt(city, key).kind === "legal-person" && !office.lostCards.has(key))
  if (card !== undefined) yield* serve({ city, as: { kind: "card", card }, user })
}

/** An enterprise without an administrator registers one, once somebody needs it. */
export function* registration(city: City, user: User): Visit {
  const office = officeOf(city, user)
  const [key, { name, document, validity, mobile = "" }] = addPerson(city, person)
  const number = city.nextNumber()
  const username = `admin${number}`
  const password = `Admin#${number}`
  yield* think(user)
  const came = yield {
    deed: {
      do: "RegisterAdministrator",
      as: { kind: "anonymous" },
      with: {
        username,
        password,
        enterprise: enterpriseNow(city, user),
        holder: { name, document, ...(validity === undefined ? {} : { validity }) },
        mobile,
        email: `${username}@example.cn`
      }
    }
  }
  if (came.kind !== "done") return
  office.administrator = newUser(city, {
    username,
    person: key,
    enterprise: user.enterprise,
    kind: "administrator",
    entrance: "password",
    password,
    firstDay: city.day + 1
  })
}
