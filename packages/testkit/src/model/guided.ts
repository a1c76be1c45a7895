import * as fc from "fast-check"
import type { Step } from "../scenario/steps.js"
import { banks } from "./banks.js"
import { cardsAtHand } from "./cardsAtHand.js"
import { type Enterprise, type Person, people, representativeOf } from "./cast.js"
import { information, isOnRecord } from "./information.js"
import { journeys, tooSoon } from "./journeys.js"
import { logIn } from "./logIn.js"
import { type Account, levelOf, live, type Method, type Model } from "./Model.js"
import { outside } from "./outside.js"
import { anyEnterprise, anyPerson, HERO } from "./pick.js"
import { type Expected, type Move, move, ok, type Turn } from "./Rule.js"

interface Chosen {
  readonly step: Step | undefined
  readonly play: () => Expected
}

const nothing: Chosen = { step: undefined, play: () => ok }

const chosen = <Args>({ step, play }: Move<Args>, args: NoInfer<Args>, model: Model): Chosen => ({
  step: step(args, model),
  play: () => play(args, model)
})

const ports = ["sms", "id-card", "bank-card"] as const

const turned = <Args>(made: Turn<Args>, args: NoInfer<Args>, model: Model): Chosen => ({
  step: made.step(args),
  play: () => {
    made.turn(args, model)
    return ok
  }
})

const byCtid = (person: Person): boolean =>
  people[person].document.type === "resident-id" && !("ctid" in people[person])

/** The next step of the journey that an account is on, done rightly; a person alone would need long to hit upon it. */
const next = (username: string, method: Method, model: Model, byCode = false): Chosen => {
  const account: Account | undefined = live(model, username)
  const journey = account?.journey
  if (account === undefined) return nothing
  // Nothing is higher than the highest, so somebody else takes the account over.
  if (levelOf(account) === "high") {
    const person = account.holder.person === "ma" ? "li" : "ma"
    return chosen(information.EditHolder, { username, person, dates: "right" }, model)
  }
  if (account.password?.mustChange === true) {
    return chosen(logIn.ChangePassword, { username, right: true, next: "Own#2022x" }, model)
  }
  if (account.holder.person === undefined) {
    return chosen(information.EditHolder, { username, person: "zhu", dates: "right" }, model)
  }
  if (!isOnRecord(account.enterprise)) {
    const { code } = account.enterprise
    return chosen(information.EditEnterprise, { username, name: code, code: undefined, representative: code }, model)
  }
  const start = () => chosen(journeys.StartCertification, { username, method, supported: true }, model)
  if (journey === undefined) return start()
  switch (journey.step) {
    case "enterprise":
      return chosen(journeys.VerifyEnterprise, { username, person: undefined }, model)
    case "card":
      if (model.inserted === undefined) {
        return turned(outside.InsertCard, account.enterprise.code === "tongda" ? "operator" : "other", model)
      }
      return chosen(cardsAtHand.PresentCard, { username, pin: true }, model)
    case "bank":
      return chosen(banks.CompleteBankUkey, { username, variant: "right" }, model)
    case "legal-representative":
    case "account-holder": {
      const subject = journey.step
      const person = subject === "account-holder" ? account.holder.person : representativeOf(account.enterprise.code)
      if (person === undefined) return start()
      if (byCtid(person) && !byCode)
        return chosen(journeys.VerifyPersonByIdCard, { username, subject, dates: "right", shown: undefined }, model)
      const { pending } = journey
      if (pending !== undefined && pending.left > 0 && pending.expires > model.now) {
        return chosen(journeys.ConfirmBankCardCode, { username, subject, right: true }, model)
      }
      if (tooSoon(account, model.now)) return turned(outside.Advance, "PT1M", model)
      return chosen(journeys.RequestBankCardCode, { username, subject, other: undefined }, model)
    }
  }
}

const anyActive: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(HERO) },
  { weight: 1, arbitrary: fc.constantFrom("ciq_a", "newuser1", "mig_1") }
)

/** The next right step of a journey by one of these methods. */
const proceedBy = (methods: ReadonlyArray<Method>, byCode = false) =>
  move({
    args: fc.record({ username: anyActive, method: fc.constantFrom(...methods) }),
    step: ({ username, method }, model) => next(username, method, model, byCode).step,
    play: ({ username, method }, model) => next(username, method, model, byCode).play()
  })

const deeds = [
  "edit-holder",
  "identity",
  "edit-enterprise",
  "correct",
  "bind",
  "outage",
  "wait",
  "wait-long",
  "code-again",
  "wrong-code",
  "right-code",
  "wrong-dates"
] as const

interface Meddling {
  readonly username: string
  readonly person: Person
  readonly enterprise: Enterprise
  readonly deed: (typeof deeds)[number]
}

/** What is done beside the journey while it is open: an edit, another identity, trouble outside, a mistake. */
const beside = ({ username, person, enterprise, deed }: Meddling, model: Model): Chosen => {
  const journey = live(model, username)?.journey
  if (journey === undefined) return nothing
  const { step, method, pending } = journey
  const atPerson = step === "legal-representative" || step === "account-holder"
  const subject = step === "legal-representative" ? step : "account-holder"
  switch (deed) {
    case "edit-holder":
      return chosen(information.EditHolder, { username, person, dates: "right" }, model)
    case "identity":
      if (method !== "ic-card" || !atPerson) return nothing
      return chosen(journeys.ProvideHolderIdentity, { username, person, dates: "right" }, model)
    case "edit-enterprise":
      return chosen(
        information.EditEnterprise,
        { username, name: undefined, code: enterprise, representative: undefined },
        model
      )
    case "correct":
      return chosen(information.CorrectEnterprise, { username, enterprise, representative: enterprise }, model)
    case "bind":
      if (model.inserted === undefined) return turned(outside.InsertCard, "operator", model)
      return chosen(cardsAtHand.BindCard, { username }, model)
    case "outage":
      return turned(outside.Outage, step === "enterprise" ? "registry" : (ports[person.length % 3] ?? "sms"), model)
    case "wait":
    case "wait-long":
      return turned(outside.Advance, deed === "wait" ? "PT1M" : "PT6M", model)
    case "code-again":
      if (!atPerson) return nothing
      return chosen(journeys.RequestBankCardCode, { username, subject, other: undefined }, model)
    case "wrong-code":
    case "right-code":
      if (pending === undefined) return nothing
      return chosen(journeys.ConfirmBankCardCode, { username, subject, right: deed === "right-code" }, model)
    case "wrong-dates":
      if (!atPerson) return nothing
      return chosen(journeys.VerifyPersonByIdCard, { username, subject, dates: "other", shown: undefined }, model)
  }
}

const meddle = (some: ReadonlyArray<Meddling["deed"]>) =>
  move({
    args: fc.record<Meddling>({
      username: anyActive,
      person: anyPerson,
      enterprise: anyEnterprise,
      deed: fc.constantFrom(...some)
    }),
    step: (args, model) => beside(args, model).step,
    play: (args, model) => beside(args, model).play()
  })

/** The wrong password or the right one, for the account that the story is about. */
const Guess = move({
  args: fc.record({ username: fc.constant(HERO), right: fc.boolean(), human: fc.constant(true) }),
  step: (args, model) => logIn.LogIn.step(args, model),
  play: (args, model) => logIn.LogIn.play(args, model)
})

/** Moves that know where an account stands, so that stories get somewhere. */
export const guided = {
  Proceed: proceedBy(["legal-representative", "bank-ukey", "ic-card"]),
  ProceedByCard: proceedBy(["ic-card"]),
  ProceedByRepresentative: proceedBy(["legal-representative"]),
  ProceedByBank: proceedBy(["bank-ukey"]),
  ProceedByCode: proceedBy(["legal-representative", "ic-card"], true),
  Meddle: meddle(deeds),
  Err: meddle(["wrong-dates", "wrong-dates", "wrong-code", "wrong-code"]),
  MeddleWithCode: meddle([
    "wrong-code",
    "wrong-code",
    "right-code",
    "code-again",
    "wait",
    "wait-long",
    "identity",
    "outage"
  ]),
  Guess
}
