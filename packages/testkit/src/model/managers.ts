import * as fc from "fast-check"
import { administratorOfXinghai, type Card, cards, type Enterprise } from "./cast.js"
import { cardLogIn } from "./logIn.js"
import { type Account, live, type Model } from "./Model.js"
import { anyUsername } from "./pick.js"
import { type Expected, refused } from "./Rule.js"

/** Who manages: mostly the administrator who is there from the start. */
export const anyManager: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant("tongdaadmin") },
  { weight: 2, arbitrary: fc.constantFrom("card:legal", "card:operator", "card:other", administratorOfXinghai) },
  { weight: 1, arbitrary: anyUsername }
)

export interface Manager {
  readonly administrator: Account
  readonly self: Account | undefined
}

export const isExpected = (found: Manager | Expected): found is Expected => "ok" in found || "refused" in found

export const seatOf = (model: Model, enterprise: Enterprise): Account | undefined =>
  model.accounts.find((one) => !one.deleted && one.role === "administrator" && one.enterprise.code === enterprise)

/** an administrator by user name, or anybody by a legal-person card. */
export const managerOf = (model: Model, as: string): Manager | Expected => {
  if (as.startsWith("card:")) {
    const key = as.slice("card:".length) as Card
    const before = model.inserted
    model.inserted = key
    const came = cardLogIn(model)
    model.inserted = before
    if (!("ok" in came)) return came
    if (cards[key].kind !== "legal-person") return refused("OperatorCardCannotManage")
    const self = came.account
    if (self?.password?.mustChange === true) return refused("PasswordChangeRequired")
    const administrator =
      self?.role === "administrator" ? self : seatOf(model, self?.enterprise.code ?? cards[key].enterprise)
    return administrator === undefined ? refused("AdministratorNotRegistered") : { administrator, self }
  }
  const self = live(model, as)
  if (self === undefined) return refused("NotFound")
  if (self.role !== "administrator") return refused("NotPermitted")
  if (self.password?.mustChange === true) return refused("PasswordChangeRequired")
  return { administrator: self, self }
}

/** one of the enterprise's own, who agrees with the administrator, is none, and came from where policy says. */
export const targetOf = (
  { administrator, self }: Manager,
  found: Account | undefined,
  admitting = false
): Account | Expected => {
  if (found === undefined || found.enterprise.code !== administrator.enterprise.code) return refused("NotFound")
  if (found === self || found.role === "administrator") return refused("AdministratorProtected")
  if (!admitting && found.origin === "registered") return refused("FieldInvalid", { field: "account" })
  const { name, representative } = found.enterprise
  const agrees = name === administrator.enterprise.name && representative === administrator.enterprise.representative
  return agrees ? found : refused("EnterpriseDiffersFromAdministrator")
}

export const manage = (
  model: Model,
  as: string,
  find: (model: Model) => Account | undefined,
  play: (target: Account, manager: Manager) => Expected,
  admitting = false
): Expected => {
  const manager = managerOf(model, as)
  if (isExpected(manager)) return manager
  const target = targetOf(manager, find(model), admitting)
  return "username" in target ? play(target, manager) : target
}
