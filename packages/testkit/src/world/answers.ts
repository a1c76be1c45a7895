import {
  type BankCardFactors,
  type BankCode,
  documentKey,
  type Enterprise,
  type IdCardElements,
  type RegistryQuestion,
  Verdict
} from "@single-window/core"
import { enterpriseAsked, lookupIn } from "./lookup.js"
import type { CorporateAccount, EnterpriseOnRecord, Person, World } from "./World.js"

/** Somebody or something that a world does not know; ports answer `NoRecord`, strict mocks stop. */
export const undeclared = "undeclared" as const
export type Undeclared = typeof undeclared

const personOf = (world: World, key: string | undefined): Person | undefined =>
  key !== undefined && Object.hasOwn(world.people, key) ? world.people[key] : undefined

const codesDiffer = (asked: Enterprise, record: EnterpriseOnRecord): ReadonlyArray<string> => {
  const differing: Array<string> = []
  const { organizationCode, unifiedSocialCreditCode } = asked
  // An older account may hold one of the two codes only; which is enough to name an enterprise, none is not.
  if (
    unifiedSocialCreditCode === ""
      ? organizationCode === ""
      : unifiedSocialCreditCode !== record.unifiedSocialCreditCode
  )
    differing.push("unifiedSocialCreditCode")
  if (organizationCode !== "" && organizationCode !== record.organizationCode) differing.push("organizationCode")
  return differing
}

/** What the registry says; a `stale` one answers by what the record said formerly. */
export const registryAnswer = (
  world: World,
  { enterprise, legalRepresentativeDocument }: RegistryQuestion,
  stale = false
): Verdict | Undeclared => {
  const record = enterpriseAsked(world, enterprise)
  if (record === undefined) return undeclared
  if (record.kind === "public-institution" && legalRepresentativeDocument !== undefined) return Verdict.NotSupported()
  const former = stale ? record.formerly : undefined
  const representative = personOf(world, former?.legalRepresentative ?? record.legalRepresentative)
  const fields: Array<string> = []
  if (enterprise.name !== (former?.name ?? record.name)) fields.push("name")
  fields.push(...codesDiffer(enterprise, record))
  if (enterprise.legalRepresentativeName !== (representative?.name ?? "")) fields.push("legalRepresentativeName")
  if (
    legalRepresentativeDocument !== undefined &&
    (representative === undefined || documentKey(legalRepresentativeDocument) !== documentKey(representative.document))
  ) {
    fields.push("legalRepresentativeDocument")
  }
  if (fields.length > 0) return Verdict.Mismatch({ fields })
  return record.status === "revoked" ? Verdict.Unusable({ state: "revoked" }) : Verdict.Match()
}

/** What the trusted-identity platform says of the four elements of R-56. */
export const idCardAnswer = (world: World, card: IdCardElements): Verdict | Undeclared => {
  const person = lookupIn(world).byNumber.get(card.number)
  if (person !== undefined && person.document.type !== "resident-id") return Verdict.NotSupported()
  if (!/^[0-9]{17}[0-9X]$/.test(card.number)) return Verdict.InvalidInput({ field: "number" })
  for (const field of ["validFrom", "validTo"] as const)
    if (!/^[0-9]{8}$/.test(card[field])) return Verdict.InvalidInput({ field })
  if (person === undefined) return undeclared
  if (!person.ctid) return Verdict.NoRecord()
  const fields: Array<string> = []
  if (card.name !== person.name) fields.push("name")
  if (card.validFrom !== person.validity?.from) fields.push("validFrom")
  if (card.validTo !== person.validity?.to) fields.push("validTo")
  if (fields.length > 0) return Verdict.Mismatch({ fields })
  return person.lost ? Verdict.Unusable({ state: "lost" }) : Verdict.Match()
}

/** What the bank-card network says of the four factors of R-61. */
export const bankCardAnswer = (world: World, factors: BankCardFactors): Verdict | Undeclared => {
  if (!/^[0-9]{13,19}$/.test(factors.cardNumber)) return Verdict.InvalidInput({ field: "cardNumber" })
  if (!/^1[0-9]{10}$/.test(factors.mobile)) return Verdict.InvalidInput({ field: "mobile" })
  const lookup = lookupIn(world)
  const key = documentKey(factors.document)
  const owner = lookup.byBankCard.get(factors.cardNumber)
  if (owner === undefined) {
    const person = lookup.byDocument.get(key)
    if (person === undefined) return undeclared
    return person.bankCard === undefined ? Verdict.NoRecord() : Verdict.Mismatch({ fields: ["cardNumber"] })
  }
  const fields: Array<string> = []
  if (factors.name !== owner.name) fields.push("name")
  if (key !== documentKey(owner.document)) fields.push("document")
  if (factors.mobile !== owner.mobile) fields.push("mobile")
  if (fields.length > 0) return Verdict.Mismatch({ fields })
  return owner.bankCardState === "active" ? Verdict.Match() : Verdict.Unusable({ state: owner.bankCardState })
}

/** What a bank has on file for a corporate customer. */
export interface CustomerOnFile {
  readonly name?: string
  readonly unifiedSocialCreditCode?: string
  readonly organizationCode?: string
}

const onFile = (world: World, account: CorporateAccount): CustomerOnFile | undefined => {
  if (typeof account !== "string") return account.onFile
  const record = world.enterprises[account]
  if (record === undefined) return undefined
  const { name, unifiedSocialCreditCode, organizationCode } = record
  return {
    name,
    ...(unifiedSocialCreditCode === "" ? {} : { unifiedSocialCreditCode }),
    ...(organizationCode === "" ? {} : { organizationCode })
  }
}

/** The corporate customers of a bank, by the enterprise's key. */
export const customersOf = (world: World, bank: BankCode): ReadonlyMap<string, CustomerOnFile> => {
  const accounts = world.banks === undefined ? Object.keys(world.enterprises) : (world.banks[bank] ?? [])
  const customers = new Map<string, CustomerOnFile>()
  for (const account of accounts) {
    const customer = onFile(world, account)
    if (customer !== undefined) customers.set(typeof account === "string" ? account : account.enterprise, customer)
  }
  return customers
}
