import type { Actor } from "@single-window/core"
import { type City, officeOf, type User } from "../City.js"
import { type Came, refusedBy, send, think, type Visit, wait } from "./Visit.js"

const INITIAL = "88888888"

const actorIn = (came: Came): Actor | undefined =>
  came.kind === "done" ? (came.result as { readonly actor: Actor }).actor : undefined

const endSession = (user: User): void => {
  if (user.session !== undefined) user.stale = user.session
  user.session = undefined
}

/** Slips now and then, in the password or in the captcha. */
function* tryPassword(user: User, password: string): Visit<Came> {
  yield* think(user)
  const { random } = user
  const typed = random.chance(0.05) ? `${password}x` : password
  const captcha = random.chance(0.03) ? { id: "captcha-unknown", answer: "0" } : "$captcha"
  const came = yield {
    deed: {
      do: "LogIn",
      as: { kind: "anonymous" },
      with: { username: user.username, password: typed, captcha },
      about: user
    }
  }
  const actor = actorIn(came)
  if (actor !== undefined) {
    endSession(user)
    user.session = actor
    user.password = password
    user.otherPassword = undefined
  }
  return came
}

const choose = (user: User): string => `Pass#${user.random.between(100000, 999999)}`

/** Chooses a password of one's own; nothing else can be done before, though some try. */
function* changePassword(user: User): Visit<boolean> {
  const { random } = user
  if (random.chance(0.1)) yield* send(user, "EditHolder", { name: "张三" })
  const current = user.password ?? INITIAL
  const next = random.chance(0.05) ? INITIAL : choose(user)
  const came = yield* send(user, "ChangePassword", { current, next })
  if (came.kind === "done") {
    endSession(user)
    user.password = next
    return true
  }
  // Nobody heard whether it was changed: either may be the right one now.
  if (came.kind === "unheard") {
    endSession(user)
    user.otherPassword = next
  }
  return false
}

const mustChange = (came: Came): boolean =>
  came.kind === "done" && (came.result as { readonly next: ReadonlyArray<string> }).next.includes("change-password")

const askForReset = (city: City, user: User): void => {
  user.waitsFor = "administrator"
  officeOf(city, user).requests.push({ user, deed: "reset" })
}

/** What a guess that failed leads to: another one, a wait, a call for help, or giving up for today. */
function* afterFailure(city: City, user: User, came: Came): Visit<"again" | "leave"> {
  const tag = refusedBy(came)
  switch (tag) {
    case "CaptchaWrong":
    case "CredentialsWrong":
      return "again"
    case "VerifierUnavailable":
      yield* wait(user.random.between(30, 90))
      return "again"
    case "AccountLocked": {
      const until = came.kind === "refused" ? came.refusal.facts.until : undefined
      if (until === undefined || user.random.chance(0.3)) {
        user.waitsFor = "service"
        city.tickets.push({ user, deed: "unlock" })
        return "leave"
      }
      yield* wait(16 * 60)
      return user.random.chance(0.6) ? "again" : "leave"
    }
    default:
      return came.kind === "unheard" ? "again" : "leave"
  }
}

function* byPassword(city: City, user: User): Visit<boolean> {
  const { random } = user
  let left = user.forgetful ? random.between(3, 8) : 4
  while (left-- > 0) {
    const right = (random.chance(0.5) ? user.otherPassword : undefined) ?? user.password ?? INITIAL
    const came = yield* tryPassword(user, user.forgetful ? `${right}?${left}` : right)
    if (mustChange(came)) {
      if (!(yield* changePassword(user))) return false
      continue
    }
    if (came.kind === "done") return true
    if ((yield* afterFailure(city, user, came)) === "leave") return false
  }
  askForReset(city, user)
  return false
}

/** Comes in, or does not. */
export function* comeIn(city: City, user: User): Visit<boolean> {
  if (user.entrance === "host") {
    // The host says anew who it is, every time.
    user.session = undefined
    return true
  }
  if (user.random.chance(0.02)) user.forgetful = true
  return yield* byPassword(city, user)
}

/** A change of password that nobody asked for. */
export function* renewPassword(user: User): Visit {
  if (user.entrance === "password") yield* changePassword(user)
}
