/** A file of the applet, by its short identifier or by two bytes in hexadecimal. */
export type AppletFile = { readonly sfi: number } | { readonly fid: string }

/** How a card is laid out, and how it speaks; the default is that of `docs/card-profile.md`. */
export interface AppletLayout {
  /** The applet's name (AID) in hexadecimal. */
  readonly applet: string
  /** P2 of VERIFY. */
  readonly pinReference: number
  readonly certificate: AppletFile
  readonly holder: AppletFile | undefined
  /** Whether it signs what is given to it as a digest, or hashes a text first. */
  readonly input: "digest" | "text"
  readonly extendedLength: boolean
  /** Says 61xx and waits to be asked, in place of answering at once. */
  readonly fetch: boolean
  /** Says 6Cxx when more is asked for than there is, in place of answering with less. */
  readonly exactLength: boolean
  readonly signatureForm: "raw" | "der"
  /** Whether VERIFY without a PIN tells the tries. */
  readonly countable: boolean
}

export const defaultLayout: AppletLayout = {
  applet: "F0535743415244000001",
  pinReference: 0x81,
  certificate: { sfi: 1 },
  holder: { sfi: 2 },
  input: "digest",
  extendedLength: false,
  fetch: false,
  exactLength: false,
  signatureForm: "raw",
  countable: true
}
