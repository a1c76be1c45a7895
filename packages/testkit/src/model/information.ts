import * as fc from "fast-check"
import { enterprises, limits, otherDates, type Person, people, representativeOf } from "./cast.js"
import { type Account, type Holder, type Holding, live, type Model, type Port } from "./Model.js"
import { anyDates, anyEnterprise, anyPerson, anyUsername } from "./pick.js"
import { asHolder, type Expected, move, ok, refused, unlessTaken } from "./Rule.js"

const MINUTE = 60_000

/**
 * Asks a port within the budget of one subject by one channel: an outage costs nothing, only a "no" is counted. `before` is what can
 * be told without asking.
 */
export const ask = (
  model: Model,
  account: Account,
  subject: string,
  port: Port,
  answer: () => { readonly refused: Expected | undefined; readonly spends: boolean },
  before: () => Expected | undefined = () => undefined
): Expected | undefined => {
  const key = `${subject}/${port}`
  const length = limits.certification.attemptWindowMinutes * MINUTE
  const spent = account.spent[key]
  const open = spent !== undefined && model.now < spent.since + length ? spent : { count: 0, since: model.now }
  if (open.count >= limits.certification.attempts) {
    return refused("AttemptsExhausted", { until: open.since + length })
  }
  const told = before()
  if (told !== undefined) return told
  if (model.outages[port] > 0) {
    model.outages[port] -= 1
    return refused("VerifierUnavailable", { port })
  }
  const { refused: said, spends } = answer()
  if (spends) account.spent = { ...account.spent, [key]: { count: open.count + 1, since: open.since } }
  return said
}

/** What an enterprise of the account looks like to the registry. */
export const isOnRecord = ({ name, code, representative }: Holding): boolean => name === code && representative === code

export const sameHolder = (one: Holder, other: Holder): boolean =>
  one.person === other.person &&
  (one.dates === other.dates || one.person === undefined || people[one.person].document.type !== "resident-id")

const voidFacets = (account: Account, which: ReadonlyArray<"enterprise" | "holder">): void => {
  const stood = which.filter((facet) => account.facets[facet] === "valid")
  if (stood.length === 0) return
  account.methods = []
  account.facets = { ...account.facets }
  for (const facet of stood) account.facets[facet] = "voided"
}

/** whatever rested on the old identity is void, a code that was sent for it included. */
export const changeHolder = (account: Account, holder: Holder): void => {
  if (sameHolder(account.holder, holder)) return
  account.holder = holder
  voidFacets(account, ["enterprise", "holder"])
  if (account.binding !== "none") account.binding = "voided"
  const { journey } = account
  if (journey !== undefined && journey.step === "account-holder") account.journey = { ...journey, pending: undefined }
}

/** D7: the enterprise is another; a journey under way starts over, and one at a bank cannot go on. */
export const changeEnterprise = (account: Account, enterprise: Holding): void => {
  const moved = enterprise.code !== account.enterprise.code
  account.enterprise = enterprise
  voidFacets(account, ["enterprise"])
  if (moved && account.role === "operator") account.role = "personal"
  const { journey } = account
  if (journey === undefined) return
  account.journey =
    journey.method === "bank-ukey"
      ? undefined
      : { ...journey, step: journey.method === "ic-card" ? "card" : "enterprise", pending: undefined }
}

export const same = (one: Holding, other: Holding): boolean =>
  one.name === other.name && one.code === other.code && one.representative === other.representative

export const typed = ({ name, code, representative }: Holding) => ({
  name: enterprises[name].name,
  unifiedSocialCreditCode: enterprises[code].unifiedSocialCreditCode,
  legalRepresentativeName: people[representativeOf(representative)].name
})

const EditEnterprise = move({
  args: fc.record({
    username: anyUsername,
    name: fc.option(anyEnterprise, { nil: undefined }),
    code: fc.option(anyEnterprise, { nil: undefined }),
    representative: fc.option(anyEnterprise, { nil: undefined })
  }),
  step: ({ username, name, code, representative }) => ({
    do: "EditEnterprise",
    as: username,
    with: {
      ...(name === undefined ? {} : { name: enterprises[name].name }),
      ...(code === undefined ? {} : { unifiedSocialCreditCode: enterprises[code].unifiedSocialCreditCode }),
      ...(representative === undefined
        ? {}
        : { legalRepresentativeName: people[representativeOf(representative)].name })
    }
  }),
  play: ({ username, name, code, representative }, model) =>
    asHolder(live(model, username), (account) => {
      const before = account.enterprise
      const after: Holding = {
        name: name ?? before.name,
        code: code ?? before.code,
        representative: representative ?? before.representative
      }
      if (same(before, after)) return ok
      // Another code brings another organization code, so that it counts as two of the three.
      if (before.name !== after.name && before.code !== after.code) {
        return refused("TooManyFieldsChanged", { changed: ["name", "unifiedSocialCreditCode", "organizationCode"] })
      }
      if (account.role === "administrator" && before.code !== after.code) return refused("FieldLocked")
      const said = ask(model, account, "enterprise", "registry", () =>
        isOnRecord(after)
          ? { refused: undefined, spends: false }
          : { refused: refused("EnterpriseNotMatched"), spends: true }
      )
      return said ?? unlessTaken(model, account, (copy) => changeEnterprise(copy, after))
    })
})

/** A holder as it is typed. */
export const identity = (person: Person, dates: "right" | "other") => {
  const known = people[person]
  return {
    name: known.name,
    document: known.document,
    ...("validity" in known ? { validity: dates === "right" ? known.validity : otherDates } : {})
  }
}

export const holderAs = (person: Person, dates: "right" | "other"): Holder => ({
  person,
  dates: people[person].document.type === "resident-id" ? dates : "right"
})

const EditHolder = move({
  args: fc.record({ username: anyUsername, person: anyPerson, dates: anyDates }),
  step: ({ username, person, dates }) => ({ do: "EditHolder", as: username, with: identity(person, dates) }),
  play: ({ username, person, dates }, model) =>
    asHolder(live(model, username), (account) =>
      unlessTaken(model, account, (copy) => changeHolder(copy, holderAs(person, dates)))
    )
})

const CorrectEnterprise = move({
  args: fc.record({ username: anyUsername, enterprise: anyEnterprise, representative: anyEnterprise }),
  step: ({ username, enterprise, representative }) => ({
    do: "CorrectEnterprise",
    as: "staff:wang/supervisor",
    with: {
      account: username,
      ...typed({ name: enterprise, code: enterprise, representative }),
      reason: "来函更正",
      evidence: "营业执照"
    }
  }),
  play: ({ username, enterprise, representative }, model) => {
    const account = live(model, username)
    if (account === undefined) return refused("NotFound")
    const after: Holding = { name: enterprise, code: enterprise, representative }
    return same(account.enterprise, after) ? ok : unlessTaken(model, account, (copy) => changeEnterprise(copy, after))
  }
})

export const information = { EditEnterprise, EditHolder, CorrectEnterprise }
