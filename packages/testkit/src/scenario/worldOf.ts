import { documentKey, type Enterprise, type Holder } from "@single-window/core"
import type * as Either from "effect/Either"
import type { Seed } from "../world/singleWindow.js"
import { coherent, type Person, type World, type WorldInvalid } from "../world/World.js"
import type { AccountHeld, HolderHeld, Setting } from "./Scenario.js"

const personOf = ({ name, document, validity, mobile, bankCard, bankCardState, ctid, lost }: HolderHeld): Person => ({
  name,
  document,
  ...(validity === undefined ? {} : { validity }),
  ...(mobile === undefined ? {} : { mobile }),
  ...(bankCard === undefined ? {} : { bankCard }),
  bankCardState: bankCardState ?? "active",
  ctid: ctid ?? true,
  lost: lost ?? false
})

/** The outside of a scenario: what it declares, and the holders that are written out in its accounts. */
export const worldOf = (setting: Setting): Either.Either<World, WorldInvalid> => {
  const people: Record<string, Person> = { ...setting.people }
  const known = new Set(Object.values(people).map(({ document }) => documentKey(document)))
  for (const { username, holder } of setting.accounts) {
    if (typeof holder === "string" || holder.name === "" || holder.document.number === "") continue
    const key = documentKey(holder.document)
    if (known.has(key)) continue
    known.add(key)
    people[`the holder of ${username}`] = personOf(holder)
  }
  const { enterprises, cards, banks } = setting
  return coherent({ people, enterprises, cards, ...(banks === undefined ? {} : { banks }) })
}

const enterpriseOf = (world: World, held: AccountHeld["enterprise"]): Enterprise => {
  if (typeof held !== "string") return held
  const record = world.enterprises[held]
  return {
    name: record?.name ?? "",
    unifiedSocialCreditCode: record?.unifiedSocialCreditCode ?? "",
    organizationCode: record?.organizationCode ?? "",
    legalRepresentativeName: world.people[record?.legalRepresentative ?? ""]?.name ?? ""
  }
}

/** An account as it is put into the store: names replaced by what they stand for. */
export const seedOf = (world: World, account: AccountHeld): Seed => {
  const person = typeof account.holder === "string" ? world.people[account.holder] : account.holder
  const holder: Holder = {
    name: person?.name ?? "",
    document: person?.document ?? { type: "", number: "" },
    ...(person?.validity === undefined ? {} : { validity: person.validity })
  }
  const { username, role, origin, source, email, password, mustChangePassword } = account
  return {
    username,
    enterprise: enterpriseOf(world, account.enterprise),
    holder,
    mobile: account.mobile ?? person?.mobile ?? "",
    email,
    ...(role === undefined ? {} : { role }),
    ...(origin === undefined ? {} : { origin }),
    ...(source === undefined ? {} : { source }),
    ...(password === undefined ? {} : { password }),
    ...(mustChangePassword === undefined ? {} : { mustChangePassword })
  }
}
