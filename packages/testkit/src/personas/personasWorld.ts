import type { Enterprise, Holder } from "@single-window/core"
import * as Data from "effect/Data"
import { nearest } from "../scenario/nearest.js"
import { make, type World } from "../world/World.js"
import { type CardPersonaName, cards } from "./cards.js"
import { type EnterprisePersonaName, enterprises } from "./enterprises.js"
import type { Persona } from "./Persona.js"
import { type PersonaName, people } from "./people.js"

const dataOf = <Key extends string, Data>(personas: Readonly<Record<Key, Persona<Data>>>): Record<Key, Data> =>
  Object.fromEntries(Object.entries<Persona<Data>>(personas).map(([key, { data }]) => [key, data])) as Record<Key, Data>

/** A world whose keys are known. */
export interface PersonasWorld extends World {
  readonly people: World["people"] & { readonly [Key in PersonaName]: World["people"][string] }
  readonly enterprises: World["enterprises"] & {
    readonly [Key in EnterprisePersonaName]: World["enterprises"][string]
  }
  readonly cards: World["cards"] & { readonly [Key in CardPersonaName]: World["cards"][string] }
}

/** The named synthetic people, enterprises and cards, and who has a corporate account with which bank. */
export const personasWorld = make({
  people: dataOf(people),
  enterprises: dataOf(enterprises),
  cards: dataOf(cards),
  banks: {
    CCB: [
      "tongda",
      "institute",
      "passportLed",
      "foreignLed",
      "revoked",
      {
        enterprise: "renamed",
        onFile: { name: "深圳示例旧程科技有限公司", unifiedSocialCreditCode: "91440300XXXX00051A" }
      }
    ],
    // An older account, opened when enterprises had organization codes only.
    ABC: ["xinghai", { enterprise: "succession", onFile: { organizationCode: "XXXX0006X" } }],
    CMBC: ["tongda", "cooperative", "residentLed"]
  }
}) as PersonasWorld

/** Nobody in the catalogue has this key, in a program that no compiler looked at. */
export class PersonaUnknown extends Data.TaggedError("PersonaUnknown")<{
  readonly kind: "people" | "enterprises"
  readonly key: string
}> {
  override get message() {
    const meant = nearest(this.key, Object.keys(personasWorld[this.kind]))
    return `the personas' ${this.kind} have no ${this.key}${meant === undefined ? "" : `; did you mean ${meant}?`}`
  }
}

const named = <Kind extends PersonaUnknown["kind"], Key extends keyof PersonasWorld[Kind] & string>(
  kind: Kind,
  key: Key
): PersonasWorld[Kind][Key] => {
  if (Object.hasOwn(personasWorld[kind], key)) return personasWorld[kind][key]
  throw new PersonaUnknown({ kind, key })
}

/** A person of the catalogue. */
export const personOf = (key: PersonaName) => named("people", key)

/** A persona as an account would hold it. */
export const holderOf = (key: PersonaName): Holder => {
  const { name, document, validity } = personOf(key)
  return { name, document, ...(validity === undefined ? {} : { validity }) }
}

/** An enterprise as an account would hold it when everything on record was typed rightly. */
export const enterpriseOf = (key: EnterprisePersonaName): Enterprise => {
  const { name, unifiedSocialCreditCode, organizationCode, legalRepresentative } = named("enterprises", key)
  const legalRepresentativeName = personasWorld.people[legalRepresentative]?.name ?? ""
  return { name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName }
}
