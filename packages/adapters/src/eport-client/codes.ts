/** What an error of the control means for whoever stands before the reader. */
export type CodeMeaning = "control-missing" | "reader-missing" | "card-missing" | "pin-wrong" | "pin-locked"

/**
 * Error codes by their digits. The first group stands in public client code of the Single Window. That of the PIN does not, so its codes are
 * those of GM/T 0016, which a card's own library returns, written in decimal; a host adds what its card maker documents.
 */
export const codes: Readonly<Record<string, CodeMeaning>> = {
  "60408": "control-missing",
  "50070": "reader-missing",
  "50200": "card-missing",
  "51590": "card-missing",
  /** SAR_DEVICE_REMOVED, 0x0A000023. */
  "167772195": "card-missing",
  /** SAR_PIN_INCORRECT, 0x0A000024. */
  "167772196": "pin-wrong",
  /** SAR_PIN_LOCKED, 0x0A000025. */
  "167772197": "pin-locked"
}
