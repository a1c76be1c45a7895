import { Origin, type Policy, SecurityLevel } from "@single-window/core"
import * as fc from "fast-check"
import { bankCode } from "./journey.js"

const flag = fc.boolean()
const few = fc.integer({ min: 1, max: 10 })
const minutes = (most: number) => fc.integer({ min: 1, max: most })
const origins = fc.uniqueArray(fc.constantFrom(...Origin.literals), { minLength: 1 })
const level = fc.constantFrom(...SecurityLevel.literals.filter((one) => one !== "none"))

/** By group and value, so that a new policy value does not compile until it can be drawn. */
const groups: {
  readonly [Group in keyof Policy]: { readonly [Key in keyof Policy[Group]]: fc.Arbitrary<Policy[Group][Key]> }
} = {
  scope: { origins, allowHigherLevel: flag },
  enterprise: {
    editLimit: fc.integer({ min: 1, max: 3 }),
    anchor: fc.constantFrom("stored", "lastVerified"),
    lenientUnifiedSocialCreditCode: flag,
    organizationCodeMustMatch: flag,
    askRegistryOnSave: flag,
    changeVoidsFacet: flag
  },
  holder: { allowSarPassports: flag, askIdCardOnSave: flag },
  certification: {
    journeyMinutes: minutes(120),
    levels: fc.record({ "ic-card": level, "legal-representative": level, "bank-ukey": level }),
    cardHolderMustBeAccountHolder: flag,
    bankUkeyCompletesBothFacets: flag,
    attempts: few,
    attemptWindowMinutes: minutes(2880),
    banks: fc.uniqueArray(bankCode, { minLength: 1 }),
    bankRequestMinutes: minutes(60),
    cardWarningDays: fc.integer({ min: 0, max: 365 })
  },
  sms: {
    digits: fc.integer({ min: 4, max: 10 }),
    validMinutes: minutes(15),
    cooldownSeconds: fc.integer({ min: 1, max: 300 }),
    attempts: few,
    perDay: few
  },
  logIn: { attempts: few, lockMinutes: minutes(120), hardStop: fc.integer({ min: 10, max: 1000 }) },
  password: {
    minLength: fc.integer({ min: 6, max: 16 }),
    maxLength: fc.integer({ min: 64, max: 256 }),
    characterClasses: fc.integer({ min: 1, max: 4 }),
    initial: fc.constantFrom("88888888", "Ab#12345"),
    initialValidMinutes: minutes(10_080)
  },
  operators: { manageableOrigins: origins, compareLegalRepresentativeName: flag },
  registration: { askRegistry: flag }
}

const whole = <A extends object>(arbitraries: { readonly [Key in keyof A]: fc.Arbitrary<A[Key]> }): fc.Arbitrary<A> =>
  fc.record(arbitraries as { [Key in keyof A]: fc.Arbitrary<A[Key]> }) as fc.Arbitrary<A>

/** Any sensible policy: every value a host might set, within what the schema allows. */
export const policy: fc.Arbitrary<Policy> = whole<Policy>({
  scope: whole(groups.scope),
  enterprise: whole(groups.enterprise),
  holder: whole(groups.holder),
  certification: whole(groups.certification),
  sms: whole(groups.sms),
  logIn: whole(groups.logIn),
  password: whole(groups.password),
  operators: whole(groups.operators),
  registration: whole(groups.registration)
})
