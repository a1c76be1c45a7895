const [ESC, BEL, CSI, OSC, ST] = [0x1b, 0x07, 0x9b, 0x9d, 0x9c].map((code) => String.fromCharCode(code))

/**
 * Escape sequences as terminals read them (ECMA-48): what sets a title or a colour goes with its parameters, so that nothing of it
 * is left to read as text.
 */
const sequences = new RegExp(
  [
    `(?:${ESC}[\\]PX^_]|${OSC}|[\\u0090\\u0098\\u009E\\u009F])[^${BEL}${ESC}${ST}]*(?:${BEL}|${ESC}\\\\|${ST})?`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
    `${ESC}[ -/]*[0-~]?`
  ].join("|"),
  "gu"
)

/** Controls, marks that turn the direction of text, and what has no width: none of it can be seen, all of it can deceive. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/** Marks piled on one character run over the lines above and below it. */
const piled = /(\p{M}{4})\p{M}+/gu

/** Text from data as it may be printed: on one line, in the order in which it reads, and with nothing that a terminal acts on. */
export const safeText = (text: string): string =>
  text
    .replace(sequences, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, " ")
    .replace(unseen, "")
    .replace(piled, "$1")
    .replace(/\p{Cs}/gu, "\uFFFD")

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`

/** JSON in one line whose values are exact and whose text is safe to look at: what `safeText` drops is written as an escape. */
export const safeJson = (value: unknown): string =>
  (JSON.stringify(value) ?? "null").replace(unseen, (found) =>
    Array.from({ length: found.length }, (_, at) => escaped(found.charAt(at))).join("")
  )

/** Two columns for a Chinese character, one for the rest. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u

/** How many columns of a terminal a text takes. */
export const columnsOf = (text: string): number => {
  let columns = 0
  for (const character of text) columns += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)))
