/** A word of its own, not the name of something: `E-Port`, `IC card` and `CTID` stay as they are. */
const ordinary = /^[A-Z][a-z]/

/** What a key does, within a line or a sentence: English begins it small. */
export const within = (label: string): string =>
  ordinary.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** What stands alone, as on a button: English begins it large. */
export const alone = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)
