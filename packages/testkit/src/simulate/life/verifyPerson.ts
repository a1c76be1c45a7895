import type { Person } from "../../world/World.js"
import { type City, changePerson, personNamed, type User } from "../City.js"
import { type Came, persistently, refusedBy, send, type Visit, wait } from "./Visit.js"

export type Subject = "legal-representative" | "account-holder"

/** How a check of one person ended: passed, given up for today, or the whole journey is over. */
export type Verified = "passed" | "stopped" | "over"

interface Check {
  readonly city: City
  readonly user: User
  readonly subject: Subject
  /** A key of the world's people. */
  readonly key: string
}

const personIn = ({ city, key }: Check): Person => personNamed(city, key)

/** From tomorrow on the identity card is known where it was not. */
const synchronize = ({ city, key, user }: Check): void => {
  if (user.random.chance(0.5)) changePerson(city, key, { ctid: true })
}

/** The code from the telephone; it may be late, and it may be mistyped. */
function* confirmCode(check: Check): Visit<Came> {
  const { user, subject } = check
  const { mobile } = personIn(check)
  if (user.random.chance(0.05)) yield* wait(user.random.between(200, 420))
  for (let left = 7; left > 0; left--) {
    const code = user.random.chance(user.stubborn ? 0.9 : 0.05) ? "000000" : "$sms"
    const came = yield* send(user, "ConfirmBankCardCode", { subject, code }, { mobile })
    if (came.kind === "unsent") {
      yield* wait(40)
      continue
    }
    if (refusedBy(came) !== "SmsCodeWrong" && refusedBy(came) !== "VerifierUnavailable") return came
  }
  return { kind: "unsent" }
}

function* byBankCard(check: Check): Visit<Verified> {
  const { user, subject } = check
  const { random } = user
  const { bankCard, mobile = "" } = personIn(check)
  if (bankCard === undefined) return "stopped"
  for (let left = 4; left > 0; left--) {
    const typed = random.chance(0.04) ? `${mobile.slice(0, -1)}${random.below(10)}` : mobile
    const sent = yield* persistently(user, () =>
      send(user, "RequestBankCardCode", { subject, cardNumber: bankCard, mobile: typed })
    )
    const tag = refusedBy(sent)
    if (tag !== undefined) user.stuckOn = tag
    if (tag === "SmsCodeTooSoon") {
      yield* wait(65)
      continue
    }
    if (tag === "StepOutOfOrder" || tag === "CertificationExpired") return "over"
    if (tag === "BankCardNotMatched") continue
    if (sent.kind !== "done") return "stopped"
    const confirmed = yield* confirmCode(check)
    if (confirmed.kind === "done") return "passed"
    const why = refusedBy(confirmed)
    if (why !== undefined) user.stuckOn = why
    if (why === "StepOutOfOrder" || why === "CertificationExpired") return "over"
    if (why === "SmsCodeExpired") yield* wait(65)
  }
  return "stopped"
}

const otherDates = { from: "20190909", to: "20390909" }

function* byIdCard(check: Check): Visit<Verified | "switch"> {
  const { user, subject } = check
  const { validity } = personIn(check)
  for (let left = user.stubborn ? 8 : 3; left > 0; left--) {
    const typed = user.stubborn || user.random.chance(0.06) ? otherDates : (validity ?? otherDates)
    const came = yield* persistently(user, () => send(user, "VerifyPersonByIdCard", { subject, validity: typed }))
    if (came.kind === "done") return "passed"
    const tag = refusedBy(came)
    user.stuckOn = tag ?? user.stuckOn
    switch (tag) {
      case "PersonNotMatched":
        break
      case "PersonNotOnRecord":
        synchronize(check)
        return "switch"
      case "IdCardOnly":
        return "switch"
      case "StepOutOfOrder":
      case "CertificationExpired":
        return "over"
      case "AttemptsExhausted":
      case "VerifierUnavailable":
        return user.random.chance(0.7) ? "switch" : "stopped"
      default:
        return "stopped"
    }
  }
  return "switch"
}

/** Either way will do; who is sent from one to the other goes, having a bank card. */
export function* verifyPerson(check: Check): Visit<Verified> {
  const { user } = check
  const { document, bankCard } = personIn(check)
  const prefersCard = document.type !== "resident-id" || (bankCard !== undefined && user.random.chance(0.15))
  if (!prefersCard) {
    const came = yield* byIdCard(check)
    if (came !== "switch") return came
  } else if (document.type !== "resident-id" && user.random.chance(0.05)) {
    yield* byIdCard(check)
  }
  return yield* byBankCard(check)
}
