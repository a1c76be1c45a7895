import {
  checkForeignerPermanentResidence,
  type ForeignerPermanentResidenceFacts
} from "./foreignerPermanentResidence.js"
import { checkHkMacaoPermit, type HkMacaoPermitFacts } from "./hkMacaoPermit.js"
import { checkHmtResidence } from "./hmtResidence.js"
import type { IdentityNumberFacts } from "./identityNumber.js"
import { checkPassport, type PassportFacts } from "./passport.js"
import { type Checked, error, refused } from "./problem.js"
import { checkResidentId } from "./residentId.js"
import { checkTaiwanPermit, type TaiwanPermitFacts } from "./taiwanPermit.js"

/** The documents an account holder can be identified by. */
export const documentTypes = [
  "resident-id",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "hmt-residence",
  "foreigner-pr"
] as const

export type DocumentType = (typeof documentTypes)[number]

export type DocumentFacts = IdentityNumberFacts &
  PassportFacts &
  HkMacaoPermitFacts &
  TaiwanPermitFacts &
  ForeignerPermanentResidenceFacts

export interface DocumentOptions {
  /** YYYYMMDD. */
  readonly today?: string
  readonly allowSar?: boolean
}

export const isDocumentType = (type: string): type is DocumentType =>
  (documentTypes as ReadonlyArray<string>).includes(type)

/** A document number by the rules of its type. */
export const checkDocument = (
  type: DocumentType,
  number: string,
  options: DocumentOptions = {}
): Checked<DocumentFacts> => {
  switch (type) {
    case "resident-id":
      return checkResidentId(number, options)
    case "passport":
      return checkPassport(number, options)
    case "hk-macao-permit":
      return checkHkMacaoPermit(number)
    case "taiwan-permit":
      return checkTaiwanPermit(number)
    case "hmt-residence":
      return checkHmtResidence(number, options)
    case "foreigner-pr":
      return checkForeignerPermanentResidence(number, options)
    default:
      // a caller without types may hand over any string
      return refused(error("unknown-kind"))
  }
}

/** What two documents of one type are compared by: reissues of a permit are the same document. */
export const documentUniquenessKey = (type: DocumentType, number: string): string => {
  const { facts, normalized } = checkDocument(type, number, { allowSar: true })
  return facts.uniquenessKey ?? (normalized === "" ? number : normalized)
}
