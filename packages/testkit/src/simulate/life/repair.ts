import type { Enterprise } from "@single-window/core"
import { type City, officeOf, personOf, recordOf, representativeOf, type User } from "../City.js"
import { type Came, persistently, refusedBy, send, type Visit } from "./Visit.js"

/** The four fields as the registry has them. */
export const enterpriseNow = (city: City, user: Pick<User, "enterprise">): Enterprise => {
  const { name, unifiedSocialCreditCode, organizationCode } = recordOf(city, user)
  return {
    name,
    unifiedSocialCreditCode,
    organizationCode,
    legalRepresentativeName: representativeOf(city, user)?.name ?? ""
  }
}

/** The person as the documents say. */
export const identityNow = (city: City, user: User) => {
  const { name, document, validity } = personOf(city, user)
  return { name, document, ...(validity === undefined ? {} : { validity }) }
}

const slip = (text: string, user: User): string => {
  if (text.length < 2) return `${text}1`
  const at = user.random.below(text.length - 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/** Asks others for help, and waits for it. */
export const askForHelp = (city: City, user: User, deed: "correct" | "recreate" | "admit"): void => {
  user.waitsFor = deed === "correct" ? "service" : "administrator"
  if (deed === "correct") city.tickets.push({ user, deed })
  else officeOf(city, user).requests.push({ user, deed })
}

/** Types what is right over what is wrong; some type only what they were told, some everything, some with a slip. */
function* editEnterprise(city: City, user: User, fields: ReadonlyArray<string>): Visit<Came> {
  const { random } = user
  const right = enterpriseNow(city, user)
  const typed: Partial<Record<keyof Enterprise, string>> = {}
  const all = fields.length === 0 || random.chance(0.4)
  for (const field of ["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"] as const)
    if (all || fields.includes(field)) typed[field] = random.chance(0.03) ? slip(right[field], user) : right[field]
  return yield* send(user, "EditEnterprise", typed)
}

export function* repairEnterprise(city: City, user: User, fields: ReadonlyArray<string>): Visit<boolean> {
  const { random } = user
  for (let left = 3; left > 0; left--) {
    const came = yield* persistently(user, () => editEnterprise(city, user, fields))
    if (came.kind === "done") return true
    const tag = refusedBy(came)
    user.stuckOn = tag ?? user.stuckOn
    switch (tag) {
      case "TooManyFieldsChanged":
      case "AttemptsExhausted":
        askForHelp(city, user, random.chance(0.6) ? "correct" : "recreate")
        return false
      case "DocumentAlreadyInEnterprise":
        askForHelp(city, user, "recreate")
        return false
      case "EnterpriseNotVerifiable":
        return false
      case "EnterpriseNotMatched":
        // Told that something does not agree, one looks at the licence and types all of it.
        fields = ["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"]
        break
      case "FieldInvalid":
      case "OrganizationCodeMismatch":
        break
      default:
        return false
    }
  }
  if (random.chance(0.4)) askForHelp(city, user, "correct")
  return false
}

export function* repairHolder(city: City, user: User): Visit<boolean> {
  const { random } = user
  const right = identityNow(city, user)
  const typed = random.chance(0.04)
    ? { ...right, document: { ...right.document, number: slip(right.document.number, user) } }
    : right
  const came = yield* persistently(user, () => send(user, "EditHolder", typed))
  if (came.kind === "done") return true
  const tag = refusedBy(came)
  user.stuckOn = tag ?? user.stuckOn
  if (tag === "DocumentAlreadyInEnterprise" || tag === "PassportNotPrc") askForHelp(city, user, "recreate")
  return false
}
