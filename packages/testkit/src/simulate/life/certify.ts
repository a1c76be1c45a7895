import type { Method } from "@single-window/core"
import { unsupportedBank } from "../../world/unsupportedBank.js"
import { type City, cardAt, officeOf, personOf, recordOf, representativeOf, type User } from "../City.js"
import { askForHelp, enterpriseNow, identityNow, repairEnterprise } from "./repair.js"
import { type Came, persistently, refusedBy, send, type Visit, wait } from "./Visit.js"
import { type Verified, verifyPerson } from "./verifyPerson.js"

const note = (user: User, came: Came): void => {
  user.stuckOn = refusedBy(came) ?? user.stuckOn
}

/** A card of the enterprise that is at hand today. */
const cardAtHand = (city: City, user: User): string | undefined => {
  const office = officeOf(city, user)
  const cards = office.cards.filter((card) => !office.lostCards.has(card))
  return cards.length === 0 ? undefined : cards[user.number % cards.length]
}

/** The means that somebody has, the recommended one first. */
const methodsFor = (city: City, user: User): ReadonlyArray<Method> => {
  const office = officeOf(city, user)
  const { legalRepresentative } = recordOf(city, user)
  const means: ReadonlyArray<readonly [Method, boolean]> = [
    ["ic-card", cardAtHand(city, user) !== undefined],
    ["legal-representative", office.representativeHelps || legalRepresentative === user.person],
    ["bank-ukey", office.banks.length > 0 && office.financeHelps]
  ]
  return means.filter(([method, has]) => has && (user.setBack.get(method) ?? 0) <= city.day).map(([method]) => method)
}

function* byCard(city: City, user: User): Visit<Verified> {
  const { random } = user
  const key = cardAtHand(city, user)
  if (key === undefined) return "stopped"
  let presented: Came = { kind: "unsent" }
  for (let left = 3; left > 0 && presented.kind !== "done"; left--) {
    const pin = random.chance(0.05) ? "00000000" : cardAt(city, key).pin
    const card = random.chance(0.04) ? undefined : key
    presented = yield* persistently(user, () => send(user, "PresentCard", { pin }, { card }))
    note(user, presented)
    const tag = refusedBy(presented)
    if (tag !== undefined && tag !== "CardPinWrong" && tag !== "CardMissing") return "stopped"
  }
  if (presented.kind !== "done") return "stopped"
  yield* lookAgain(city, user)
  return yield* provideIdentity(city, user)
}

/** In the middle of it all, some go back and put right what they see is out of date: what was proven is proven no more. */
function* lookAgain(city: City, user: User): Visit {
  const { random } = user
  if (random.chance(0.25)) yield* send(user, "EditEnterprise", enterpriseNow(city, user))
  if (random.chance(0.02)) yield* send(user, "EditHolder", identityNow(city, user))
}

function* provideIdentity(city: City, user: User): Visit<Verified> {
  const right = identityNow(city, user)
  const typed =
    "validity" in right && user.random.chance(0.06)
      ? { ...right, validity: { from: "20190909", to: "20390909" } }
      : right
  const came = yield* persistently(user, () => send(user, "ProvideHolderIdentity", typed))
  note(user, came)
  if (came.kind === "done" && right.document.type === "resident-id") return "passed"
  const tag = refusedBy(came)
  if (tag === "StepOutOfOrder" || tag === "CertificationExpired") return "over"
  if (tag === "DocumentAlreadyInEnterprise") {
    askForHelp(city, user, "recreate")
    return "stopped"
  }
  return yield* verifyPerson({ city, user, subject: "account-holder", key: user.person })
}

function* byRepresentative(city: City, user: User): Visit<Verified> {
  const representative = representativeOf(city, user)
  if (representative === undefined) return "stopped"
  const { type, number } = representative.document
  for (let left = 3; left > 0; left--) {
    const document = user.random.chance(0.03) ? { type: "resident-id", number: "119999198006150116" } : { type, number }
    const came = yield* persistently(user, () =>
      send(user, "VerifyEnterprise", { legalRepresentativeDocument: document })
    )
    note(user, came)
    const tag = refusedBy(came)
    if (came.kind === "done") break
    if (tag === "StepOutOfOrder" || tag === "CertificationExpired") return "over"
    if (tag !== "EnterpriseNotMatched" || left === 1) return "stopped"
    // What was complete was not right: an older name, an older representative.
    if (user.random.chance(0.6) && !(yield* repairEnterprise(city, user, []))) return "stopped"
  }
  const { legalRepresentative } = recordOf(city, user)
  const first = yield* verifyPerson({ city, user, subject: "legal-representative", key: legalRepresentative })
  if (first !== "passed") return first
  return yield* verifyPerson({ city, user, subject: "account-holder", key: user.person })
}

/** What a bank's site sends back, the truth nearly always. */
const returned = (user: User): string =>
  user.random.weighted([
    ["$bankReturn", 88],
    ["$bankReturn.declined", 5],
    ["$bankReturn.tampered", 1],
    ["$bankReturn.replayed", 1],
    ["$bankReturn.another-enterprise", 3],
    ["$bankReturn.another-account", 1],
    ["$bankReturn.another-bank", 1]
  ])

function* byBank(city: City, user: User): Visit<Verified> {
  yield* wait(user.random.between(60, 400))
  yield* lookAgain(city, user)
  let came: Came = { kind: "unsent" }
  for (let left = 2; left > 0 && came.kind !== "done"; left--) {
    const parameters = returned(user)
    came = yield* persistently(user, () => send(user, "CompleteBankUkey", { parameters }))
    note(user, came)
  }
  if (came.kind !== "done") return "stopped"
  const { step } = came.result as { readonly step: string }
  if (step === "done") return "passed"
  yield* lookAgain(city, user)
  return yield* verifyPerson({ city, user, subject: "account-holder", key: user.person })
}

const ways = { "ic-card": byCard, "legal-representative": byRepresentative, "bank-ukey": byBank } as const

function* start(city: City, user: User, method: Method): Visit<Came> {
  const { random } = user
  const { banks } = officeOf(city, user)
  const bank = random.chance(0.02) ? unsupportedBank : banks.length > 0 ? random.pick(banks) : "CCB"
  return yield* persistently(user, () =>
    send(user, "StartCertification", method === "bank-ukey" ? { method, bank } : { method })
  )
}

/** What cannot be helped by coming back tomorrow with the same means. */
const hopeless = new Set(["EnterpriseNotVerifiable", "CardExpired", "CardNotTrusted", "CardOfAnotherEnterprise"])
const setBackDays = (user: User): number => (hopeless.has(user.stuckOn ?? "") ? 1000 : user.random.between(1, 4))

/** Certifies by the methods there are means for, one after another, for as long as today's patience lasts. */
export function* certify(city: City, user: User): Visit {
  const methods = methodsFor(city, user)
  user.meansless = methods.length === 0 && user.setBack.size === 0
  if (methods.length === 0) {
    const never = [...user.setBack.values()].filter((day) => day > city.day + 300).length
    if (user.waitsFor === undefined && (never > 0 || user.random.chance(0.3))) askForHelp(city, user, "recreate")
    return
  }
  for (const method of methods.slice(0, user.random.between(1, 2))) {
    const goesOn = user.leftIn === method && user.random.chance(0.6)
    if (!goesOn) {
      const started = yield* start(city, user, method)
      note(user, started)
      if (refusedBy(started) === "AlreadyCertified") {
        user.content = true
        return
      }
      if (started.kind !== "done") return
    }
    user.leftIn = method
    // Some have to look for what they need first, for minutes or until another day.
    if (user.random.chance(0.04)) return
    if (user.random.chance(0.05)) yield* wait(user.random.between(600, 2400))
    const ended = yield* ways[method](city, user)
    if (ended === "passed") {
      user.leftIn = undefined
      user.content = true
      user.stuckOn = undefined
      return
    }
    if (ended === "stopped") {
      user.setBack.set(method, city.day + setBackDays(user))
      if (user.random.chance(0.15)) yield* send(user, "AbandonCertification")
    }
    if (personOf(city, user).bankCard === undefined && user.random.chance(0.1)) askForHelp(city, user, "admit")
  }
}
