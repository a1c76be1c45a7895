import type { Agenda } from "./Agenda.js"
import { type City, cardAt, type Office, type User } from "./City.js"
import { administratorVisit, cardVisit, registration } from "./life/administrator.js"
import { holderVisit } from "./life/holder.js"
import { serviceVisit } from "./life/staff.js"
import type { Came, Visit } from "./life/Visit.js"

/** Somebody's visit under way, and what came of the last thing done in it. */
export interface UnderWay {
  readonly visit: Visit
  came: Came
}

const MINUTE = 60_000
const nothingYet: Came = { kind: "unsent" }

/** How likely somebody is to look in on a day. */
const eagerness = (city: City, user: User): number => {
  if (user.kind === "administrator") {
    const waiting = city.offices.get(user.enterprise)?.requests.length ?? 0
    return waiting > 0 ? 0.5 : 0.12
  }
  if (city.day < user.firstDay) return 0
  if (user.gone) return 0.01
  if (user.news) return 0.4
  if (user.content) return 0.07
  return user.waitsFor === undefined ? 0.4 : 0.12
}

const visitOf = (city: City, user: User): Visit =>
  user.kind === "administrator" ? administratorVisit(city, user) : holderVisit(city, user)

/** Where nobody manages and somebody waits, an administrator is registered, or the legal-person card is used. */
const helpFor = (city: City, { requests, administrator, cards }: Office): Visit | undefined => {
  const [first] = requests
  if (first === undefined) return undefined
  if (administrator === undefined && city.random.chance(0.15)) return registration(city, first.user)
  const hasCard = cards.some((key) => cardAt(city, key).kind === "legal-person")
  return hasCard && city.random.chance(0.15) ? cardVisit(city, first.user) : undefined
}

/** Puts down who comes today, and when: between eight and eight. */
export const planDay = (city: City, midnight: number, agenda: Agenda<UnderWay>): void => {
  const sometime = () => midnight + (480 + city.random.below(720)) * MINUTE + city.random.below(60) * 1000
  const add = (at: number, visit: Visit) => agenda.add(at, { visit, came: nothingYet })
  for (const user of city.users) if (city.random.chance(eagerness(city, user))) add(sometime(), visitOf(city, user))
  for (const office of city.offices.values()) {
    const visit = helpFor(city, office)
    if (visit !== undefined) add(sometime(), visit)
  }
  for (const hour of [9, 14]) add(midnight + hour * 60 * MINUTE, serviceVisit(city))
}
