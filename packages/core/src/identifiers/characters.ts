import type { ProblemCode } from "./problem.js"

/** A blank that people type between or around characters: the space separators of Unicode, no control character. */
export const isBlank = (character: string): boolean => /^\p{Zs}$/u.test(character)

/** What a copied line has around it: blanks, and the tabs and line ends of the place it was copied from. */
export const isMargin = (character: string): boolean =>
  character === "\t" || character === "\n" || character === "\r" || isBlank(character)

/** Ranges of ideographs by block, not by the engine's Unicode version: extensions A to J, and the compatibility ones. */
const ideographs: ReadonlyArray<readonly [number, number]> = [
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfad9],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ee5d],
  [0x2f800, 0x2fa1d],
  [0x30000, 0x33479]
]

export const isIdeograph = (codePoint: number): boolean =>
  ideographs.some(([first, last]) => codePoint >= first && codePoint <= last)

/** Compatibility ideographs, which NFC would replace by another character: a legal name keeps them as written. */
export const compatibilityIdeographs = /[\uF900-\uFAD9\u{2F800}-\u{2FA1D}]/u

const isBidirectional = (codePoint: number): boolean =>
  codePoint === 0x061c ||
  codePoint === 0x200e ||
  codePoint === 0x200f ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= 0x2066 && codePoint <= 0x2069)

/** Why a character may stand nowhere at all, since it cannot be seen or is no character (UTS 39). */
export const unseen = (character: string): ProblemCode | undefined => {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint >= 0x20 && codePoint < 0x7f) return undefined
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return "lone-surrogate"
  if (codePoint < 0xa0 || codePoint === 0x2028 || codePoint === 0x2029) return "control-character"
  if (isBidirectional(codePoint)) return "bidirectional-character"
  if (isIdeograph(codePoint)) return undefined
  if (codePoint === 0x2800 || /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)) return "invisible-character"
  if (/[\p{Co}\p{Cn}]/u.test(character)) return "private-or-unassigned-character"
  return undefined
}

/** Full-width forms of ASCII, as a Chinese input method types them, become ASCII; anything else stays. */
export const halfWidth = (character: string): string => {
  const codePoint = character.codePointAt(0) ?? 0
  return codePoint >= 0xff01 && codePoint <= 0xff5e ? String.fromCharCode(codePoint - 0xfee0) : character
}

/** Why a character that is not ASCII cannot stand in a code or number. */
export const foreignToCodes = (character: string): ProblemCode => {
  const hidden = unseen(character)
  if (hidden !== undefined) return hidden
  if (isIdeograph(character.codePointAt(0) ?? 0)) return "forbidden-character"
  if (/\p{N}/u.test(character)) return "other-script-digit"
  if (character === "×" || /\p{L}/u.test(character)) return "look-alike-letter"
  // circled, squared and mathematical letters are symbols to Unicode, letters to the eye
  return /[A-Za-z]/.test(character.normalize("NFKC")) ? "look-alike-letter" : "forbidden-character"
}
