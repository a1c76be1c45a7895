import type { StoredDocument } from "./Holder.js"

/**
 * The form in which two documents are compared (D8): type and normalised number, without the reissue digits of a permit.
 * A number that is not valid (a migrated account may hold one) is compared by its letters and digits alone.
 */
export const documentKey = (document: StoredDocument): string =>
  `${document.type}/${document.number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")}`
