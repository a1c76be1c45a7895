import type { BankCardFactors, IdCardElements, RegistryQuestion } from "@single-window/core"
import type { EnterprisePersonaName } from "./enterprises.js"
import type { PersonaName } from "./people.js"
import { enterpriseOf, holderOf, personasWorld, personOf } from "./personasWorld.js"

/** What a resident ID card says, as its holder types it. */
export const idCardElements = (key: PersonaName): IdCardElements => {
  const { document, name, validity } = holderOf(key)
  return { name, number: document.number, validFrom: validity?.from ?? "", validTo: validity?.to ?? "" }
}

/** What somebody types of a bank card. */
export const bankCardFactors = (key: PersonaName): BankCardFactors => {
  const { bankCard, document, mobile, name } = personOf(key)
  return { name, document, cardNumber: bankCard ?? "", mobile: mobile ?? "" }
}

/** What people type of an enterprise in certification, its legal representative's document included. */
export const registryQuestion = (key: EnterprisePersonaName): RegistryQuestion => {
  const enterprise = enterpriseOf(key)
  const representative = personasWorld.enterprises[key].legalRepresentative as PersonaName
  return { enterprise, legalRepresentativeDocument: holderOf(representative).document }
}
