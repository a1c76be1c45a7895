import { documentKey, organizationPart } from "@single-window/core"
import type { EnterpriseOnRecord, Person, World } from "./World.js"

interface Lookup {
  readonly byNumber: ReadonlyMap<string, Person>
  readonly byDocument: ReadonlyMap<string, Person>
  readonly byBankCard: ReadonlyMap<string, Person>
  readonly mobiles: ReadonlySet<string>
  readonly byUnifiedSocialCreditCode: ReadonlyMap<string, EnterpriseOnRecord>
  readonly byOrganizationCode: ReadonlyMap<string, EnterpriseOnRecord>
  readonly byName: ReadonlyMap<string, EnterpriseOnRecord>
  readonly byFormerName: ReadonlyMap<string, EnterpriseOnRecord>
}

/** The first of those that share a value, as a search from the top would find it. */
const by = <A>(all: ReadonlyArray<A>, value: (one: A) => string | undefined): ReadonlyMap<string, A> => {
  const found = new Map<string, A>()
  for (const one of all) {
    const key = value(one) ?? ""
    if (key !== "" && !found.has(key)) found.set(key, one)
  }
  return found
}

const keys = new WeakMap<Person["document"], string>()

/** The form in which documents are compared, worked out once for each: a world that changes keeps most of its people. */
export const documentKeyOf = ({ document }: Person): string => {
  const known = keys.get(document) ?? documentKey(document)
  keys.set(document, known)
  return known
}

const lookups = new WeakMap<World, Lookup>()

/** Finds people and enterprises of a world by what they are asked for; made once for each world, since worlds may hold populations. */
export const lookupIn = (world: World): Lookup => {
  const known = lookups.get(world)
  if (known !== undefined) return known
  const people = Object.values(world.people)
  const enterprises = Object.values(world.enterprises)
  const lookup: Lookup = {
    byNumber: by(people, ({ document }) => document.number),
    byDocument: by(people, documentKeyOf),
    byBankCard: by(people, ({ bankCard }) => bankCard),
    mobiles: new Set(people.flatMap(({ mobile }) => mobile ?? [])),
    byUnifiedSocialCreditCode: by(enterprises, ({ unifiedSocialCreditCode }) => unifiedSocialCreditCode),
    byOrganizationCode: by(enterprises, ({ organizationCode }) => organizationCode),
    byName: by(enterprises, ({ name }) => name),
    byFormerName: by(enterprises, ({ formerly }) => formerly?.name)
  }
  lookups.set(world, lookup)
  return lookup
}

/** The enterprise a question is about: by USCC, else by organization code, else by name. */
export const enterpriseAsked = (
  world: World,
  asked: { readonly name: string; readonly unifiedSocialCreditCode: string; readonly organizationCode: string }
): EnterpriseOnRecord | undefined => {
  const lookup = lookupIn(world)
  return (
    lookup.byUnifiedSocialCreditCode.get(asked.unifiedSocialCreditCode) ??
    lookup.byOrganizationCode.get(asked.organizationCode) ??
    lookup.byOrganizationCode.get(organizationPart(asked.unifiedSocialCreditCode)) ??
    lookup.byName.get(asked.name) ??
    lookup.byFormerName.get(asked.name)
  )
}
