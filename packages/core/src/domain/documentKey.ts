import { documentUniquenessKey, isDocumentType } from "../identifiers/index.js"
import { canonicalDocumentNumber, type StoredDocument } from "./Holder.js"

/**
 * The form in which two documents are compared for uniqueness (D8): type and normalised number, without the reissue
 * digits of a permit. A number that is not valid (a migrated account may hold one) is compared by its letters and digits.
 */
export const documentKey = (document: StoredDocument): string => {
  const number = canonicalDocumentNumber(document)
  return `${document.type}/${isDocumentType(document.type) ? documentUniquenessKey(document.type, number) : number}`
}
