import { type City, cardAt, changePerson, officeOf, personOf, type User } from "../City.js"
import { cardDates } from "../population/people.js"
import { renewPassword } from "./comeIn.js"
import { askForHelp, enterpriseNow, identityNow } from "./repair.js"
import { refusedBy, send, type Visit } from "./Visit.js"

function* bind(city: City, user: User): Visit {
  const office = officeOf(city, user)
  const card = user.random.pick(office.cards)
  yield* send(user, "BindCard", {}, { card: office.lostCards.has(card) ? undefined : card })
}

/** Comes in by the card, if it is bound to this account. */
function* comeByCard(city: City, user: User): Visit {
  const { cards, lostCards } = officeOf(city, user)
  const card = user.random.pick(cards)
  if (lostCards.has(card) || cardAt(city, card).kind === "unknown") return
  yield { deed: { do: "LogInWithCard", as: { kind: "anonymous" }, card, about: user } }
}

/** What people type who do not know where they are. */
const astray = [
  ["ConfirmBankCardCode", { subject: "account-holder", code: "123456" }],
  ["AbandonCertification", {}],
  ["VerifyPersonByIdCard", { subject: "account-holder", validity: { from: "20190909", to: "20390909" } }],
  ["CompleteBankUkey", { parameters: { requestId: "none" } }],
  ["PresentCard", { pin: "00000000" }],
  ["DeleteOperator", { account: "ciq_somebody" }],
  ["AdmitOperator", { account: "ciq_somebody" }]
] as const

function* goAstray(user: User): Visit {
  const [name, input] = user.random.pick(astray)
  yield* send(user, name, input)
}

/** A card that expires soon, or was lost, is replaced, and its dates are typed in. */
function* renewIdentity(city: City, user: User): Visit {
  const person = personOf(city, user)
  if (person.validity === undefined) return
  const validity = cardDates(user.random, 2021)
  changePerson(city, user.person, { validity, lost: false })
  yield* send(user, "EditHolder", { validity })
  user.content = false
}

/** What has changed outside is told to the Single Window, by those who think of it. */
function* passOnNews(city: City, user: User): Visit {
  user.news = false
  const came = yield* send(user, "EditEnterprise", enterpriseNow(city, user))
  if (came.kind === "done") user.content = false
  else if (refusedBy(came) === "TooManyFieldsChanged") askForHelp(city, user, "correct")
}

/** What goes on once everything is in order. */
export function* chores(city: City, user: User): Visit {
  const { random } = user
  if (user.news && random.chance(0.6)) yield* passOnNews(city, user)
  const { cards } = officeOf(city, user)
  if (cards.length > 0 && random.chance(0.35)) yield* bind(city, user)
  if (cards.length > 0 && random.chance(0.1)) yield* comeByCard(city, user)
  if (random.chance(0.05)) yield* send(user, "UnbindCard")
  if (random.chance(0.04)) yield* send(user, "EditHolder", identityNow(city, user))
  if (random.chance(0.04)) yield* send(user, "EditEnterprise", enterpriseNow(city, user))
  if (random.chance(0.07)) yield* renewIdentity(city, user)
  if (random.chance(0.04)) yield* renewPassword(user)
  if (random.chance(0.05)) yield* goAstray(user)
}
