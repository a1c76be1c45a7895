import type { World } from "../world/World.js"
import { type City, changePerson, type User } from "./City.js"
import { enterpriseName } from "./population/names.js"

/** Those who will hear of it. */
const spread = (city: City, enterprise: string): void => {
  for (const user of city.users) if (user.enterprise === enterprise) user.news = true
}

const changeRecord = (city: City, key: string, change: (record: World["enterprises"][string]) => object): void => {
  city.changes.push(({ enterprises }) => {
    const before = enterprises[key]
    if (before !== undefined) enterprises[key] = { ...before, ...change(before) }
  })
  spread(city, key)
}

const onEnterprise = (city: City, key: string): void => {
  const { random } = city
  const number = city.nextNumber()
  if (random.chance(0.003))
    changeRecord(city, key, ({ name }) => ({ name: enterpriseName(random, number), formerly: { name } }))
  if (random.chance(0.001)) {
    const [successor] = city.users.filter((user) => user.enterprise === key)
    if (successor !== undefined)
      changeRecord(city, key, ({ legalRepresentative }) => ({
        legalRepresentative: successor.person,
        formerly: { legalRepresentative }
      }))
  }
  if (random.chance(0.0004)) changeRecord(city, key, () => ({ status: "revoked" }))
  const office = city.offices.get(key)
  if (office === undefined) return
  for (const card of office.cards) {
    if (random.chance(0.004)) office.lostCards.add(card)
    else if (office.lostCards.has(card) && random.chance(0.1)) office.lostCards.delete(card)
  }
}

const onUser = (city: City, user: User): void => {
  const { random } = user
  if (random.chance(0.002)) changePerson(city, user.person, { lost: true })
  if (random.chance(0.002)) changePerson(city, user.person, { bankCardState: "frozen" })
  if (random.chance(0.004)) changePerson(city, user.person, { bankCardState: "active" })
  if (random.chance(0.003) && user.kind === "holder") {
    user.enterprise = random.pick(city.users).enterprise
    user.news = true
    user.setBack.clear()
  }
}

/** What happens in a day without anybody at the Single Window doing anything: names change, cards are lost, people move. */
export const weather = (city: City): void => {
  for (const key of city.offices.keys()) onEnterprise(city, key)
  for (const user of city.users) if (!user.gone) onUser(city, user)
}
