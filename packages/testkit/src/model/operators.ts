import * as fc from "fast-check"
import {
  administratorOfXinghai,
  type Enterprise,
  enterprises,
  initialPassword,
  limits,
  malformedUsername,
  migratedUsernames,
  newUsernames,
  type Person,
  people,
  usernames
} from "./cast.js"
import { holderAs, identity, typed } from "./information.js"
import { cameIn } from "./logIn.js"
import { type Account, born, deleted, holdingOf, live, type Model } from "./Model.js"
import { anyManager, isExpected, type Manager, manage, managerOf, seatOf, targetOf } from "./managers.js"
import { anyEnterprise, anyPerson, anyUsername } from "./pick.js"
import { bornUnlessTaken, type Expected, move, ok, refused } from "./Rule.js"

const MINUTE = 60_000

/** a name that was migrated stays with the enterprise of the account that brought it. */
const isKeptForOthers = (model: Model, username: string, enterprise: Enterprise): boolean => {
  const first = model.accounts.find((one) => one.origin === "migrated" && one.username === username)
  return first !== undefined && first.enterprise.code !== enterprise
}

const nameRefused = (model: Model, username: string, enterprise: Enterprise): Expected | undefined => {
  if (isKeptForOthers(model, username, enterprise)) return refused("UsernameReserved")
  const isMigrated = model.accounts.some((one) => one.origin === "migrated" && one.username === username)
  return isMigrated || /^(?=.*[A-Za-z])[A-Za-z0-9]{6,18}$/.test(username) ? undefined : refused("UsernameInvalid")
}

const deed = (
  name: "AdmitOperator" | "DeleteOperator" | "RestoreOperator" | "ResetOperatorPassword",
  find: (model: Model, username: string) => Account | undefined,
  play: (model: Model, target: Account, manager: Manager) => Expected
) =>
  move({
    args: fc.record({ as: anyManager, username: anyUsername }),
    step: ({ as, username }) => ({ do: name, as, with: { account: username } }),
    play: ({ as, username }, model) =>
      manage(
        model,
        as,
        () => find(model, username),
        (target, manager) => play(model, target, manager),
        name === "AdmitOperator"
      )
  })

const reset = (account: Account, now: number): void => {
  cameIn(account)
  account.password = {
    text: initialPassword,
    mustChange: true,
    dies: now + limits.password.initialValidMinutes * MINUTE
  }
}

const AdmitOperator = deed("AdmitOperator", live, (_, target) => {
  target.role = "operator"
  return ok
})

const DeleteOperator = deed("DeleteOperator", live, (_, target) => {
  target.deleted = true
  target.journey = undefined
  return ok
})

const RestoreOperator = deed("RestoreOperator", deleted, (model, target, { administrator }) => {
  if (isKeptForOthers(model, target.username, administrator.enterprise.code)) return refused("UsernameReserved")
  const back = { ...target, deleted: false }
  const expected = bornUnlessTaken({ ...model, accounts: [...model.accounts] }, back, [target])
  if ("ok" in expected) target.deleted = false
  return expected
})

const ResetOperatorPassword = deed("ResetOperatorPassword", live, (model, target) => {
  reset(target, model.now)
  return ok
})

const formOf = (person: Person) => ({
  ...identity(person, "right"),
  mobile: people[person].mobile,
  email: "someone@example.com"
})

const cardless = (model: Model, username: string, person: Person, enterprise: Account["enterprise"]): Account => {
  const account = born({
    username,
    origin: "cardless",
    role: "operator",
    enterprise,
    holder: holderAs(person, "right")
  })
  reset(account, model.now)
  return account
}

const AddCardlessOperator = move({
  args: fc.record({
    as: anyManager,
    username: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<string>(...newUsernames) },
      { weight: 1, arbitrary: fc.constantFrom(malformedUsername, ...usernames) }
    ),
    person: anyPerson
  }),
  step: ({ as, username, person }) => ({ do: "AddCardlessOperator", as, with: { username, ...formOf(person) } }),
  play: ({ as, username, person }, model) => {
    const manager = managerOf(model, as)
    if (isExpected(manager)) return manager
    const { enterprise } = manager.administrator
    return (
      nameRefused(model, username, enterprise.code) ??
      bornUnlessTaken(model, cardless(model, username, person, enterprise))
    )
  }
})

const RecreateOperator = move({
  args: fc.record({ as: anyManager, username: anyUsername, person: anyPerson }),
  step: ({ as, username, person }) => ({ do: "RecreateOperator", as, with: { account: username, ...formOf(person) } }),
  play: ({ as, username, person }, model) => {
    const manager = managerOf(model, as)
    if (isExpected(manager)) return manager
    const found = targetOf(manager, live(model, username))
    const missing = "refused" in found && found.refused === "NotFound"
    const old = missing ? targetOf(manager, deleted(model, username)) : found
    if (!("username" in old)) return old
    if (isKeptForOthers(model, old.username, manager.administrator.enterprise.code)) return refused("UsernameReserved")
    const fresh = cardless(model, old.username, person, manager.administrator.enterprise)
    const expected = bornUnlessTaken(model, fresh, [old])
    if ("ok" in expected && !old.deleted) {
      old.deleted = true
      old.journey = undefined
    }
    return expected
  }
})

const RegisterAdministrator = move({
  args: fc.record({
    username: fc.constantFrom<string>(administratorOfXinghai, "newuser1", "ciq_c", malformedUsername),
    enterprise: anyEnterprise,
    person: anyPerson
  }),
  step: ({ username, enterprise, person }) => ({
    do: "RegisterAdministrator",
    with: {
      username,
      password: "Init#2022",
      enterprise: typed(holdingOf(enterprise)),
      holder: identity(person, "right"),
      mobile: people[person].mobile,
      email: "someone@example.com"
    }
  }),
  play: ({ username, enterprise, person }, model) => {
    if (seatOf(model, enterprise) !== undefined) return refused("AdministratorAlreadyRegistered")
    const named = nameRefused(model, username, enterprise)
    if (named !== undefined) return named
    if (model.outages.registry > 0) {
      model.outages.registry -= 1
      return refused("VerifierUnavailable", { port: "registry" })
    }
    return bornUnlessTaken(
      model,
      born({
        username,
        origin: "registered",
        role: "administrator",
        enterprise: holdingOf(enterprise),
        holder: holderAs(person, "right"),
        password: { text: "Init#2022", mustChange: false }
      })
    )
  }
})

const ImportMigratedAccounts = move({
  args: fc.record({
    username: fc.constantFrom<string>(...migratedUsernames),
    enterprise: anyEnterprise,
    person: anyPerson
  }),
  step: ({ username, enterprise, person }) => ({
    do: "ImportMigratedAccounts",
    as: "system:migration",
    with: { rows: [rowOf(username, enterprise, person)] }
  }),
  play: ({ username, enterprise, person }, model) => {
    const reserved = model.accounts.some((one) => one.origin === "migrated" && one.username === username)
    const account = born({
      username,
      origin: "migrated",
      role: "personal",
      enterprise: holdingOf(enterprise),
      holder: holderAs(person, "right")
    })
    const imported = !reserved && "ok" in bornUnlessTaken(model, account)
    return { ok: { rows: [{ username, imported }] } }
  }
})

const rowOf = (username: string, enterprise: Enterprise, person: Person) => {
  const { name, document, validity } = { validity: undefined, ...people[person] }
  const { name: enterpriseName, unifiedSocialCreditCode, legalRepresentative } = enterprises[enterprise]
  return {
    username,
    source: "ciq",
    enterpriseName,
    unifiedSocialCreditCode,
    organizationCode: unifiedSocialCreditCode.slice(8, 17),
    legalRepresentativeName: people[legalRepresentative].name,
    holderName: name,
    documentType: document.type,
    documentNumber: document.number,
    ...(validity === undefined ? {} : { validFrom: validity.from, validTo: validity.to }),
    mobile: people[person].mobile,
    email: "someone@example.com"
  }
}

export const operators = {
  AdmitOperator,
  DeleteOperator,
  RestoreOperator,
  ResetOperatorPassword,
  AddCardlessOperator,
  RecreateOperator,
  RegisterAdministrator,
  ImportMigratedAccounts
}
