import { compatibilityIdeographs, halfWidth, isBlank, isIdeograph, unseen } from "./characters.js"
import {
  type Checked,
  error,
  judged,
  maximumInput,
  type Problem,
  type ProblemCode,
  refused,
  warning
} from "./problem.js"

export interface NameFacts {
  /** As it is stored and shown: tidied, but a compatibility ideograph stays the one that was written. */
  readonly written: string
}

/** What one kind of name accepts besides ideographs, Latin letters, blanks and the middle dot. */
export interface NameForm {
  readonly longest: number
  /** Marks and digits, in their half-width form. */
  readonly accepts: (character: string) => boolean
  /** The one form of marks that are typed in several. */
  readonly unify: (character: string) => string
}

const middleDots = new Set(["\u00B7", "\u2022", "\u2027", "\u30FB", "\uFF0E"])

/** Latin letters as passports print them; letters only phoneticians use look like others and are left out. */
const latin =
  /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u0148\u014A-\u017E\u01A0\u01A1\u01AF\u01B0\u01CD-\u01DC\u01E6-\u01EB\u01F4\u01F5\u01F8\u01F9\u0200-\u021B\u0226-\u0233\u1E00-\u1E99\u1E9E-\u1EFF]$/

const lookAlikeScripts =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Latin}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Han}]/u

/** A combining mark that shows; variation selectors are marks too, but are refused as invisible. */
const isMark = (character: string): boolean => /^\p{M}$/u.test(character) && unseen(character) === undefined

const isLetter = (character: string): boolean => isIdeograph(character.codePointAt(0) ?? 0) || latin.test(character)

/** Why a character that can be seen is not part of a name. */
const foreignToNames = (character: string): ProblemCode => {
  if (/[A-Za-z0-9]/.test(halfWidth(character)))
    return /[A-Za-z0-9]/.test(character) ? "forbidden-character" : "full-width-letter"
  if (/\p{Nd}/u.test(character)) return "other-script-digit"
  if (lookAlikeScripts.test(character)) return "look-alike-letter"
  if (/[A-Za-z\p{Unified_Ideograph}]/u.test(character.normalize("NFKC"))) return "look-alike-letter"
  return /\p{L}/u.test(character) ? "other-script" : "forbidden-character"
}

/** NFC, except where it would replace an ideograph of a legal name by another. */
const composed = (text: string): string =>
  text
    .split(new RegExp(`(${compatibilityIdeographs.source})`, "u"))
    .map((part, index) => (index % 2 === 1 ? part : part.normalize("NFC")))
    .join("")

/** Where the run of combining marks that begins at `from` ends. */
const endOfMarks = (characters: ReadonlyArray<string>, from: number): number => {
  let at = from
  while (at < characters.length && isMark(characters[at]!)) at++
  return at
}

/** Middle dots part a name; they neither begin nor end it, nor stand together. */
const dotProblems = (text: string): ReadonlyArray<Problem> =>
  /^·|·$|·\s?·/u.test(text) ? [error("misplaced-middle-dot")] : []

/** Reads a name: refuses what cannot be seen or only looks right, and unifies what is typed in several ways. */
export const checkName = (input: string, form: NameForm): Checked<NameFacts> => {
  if (input.length > maximumInput) return refused(error("too-long"))
  const characters = Array.from(input)
  const problems: Array<Problem> = []
  let text = ""
  let blankBefore = false
  let letters = 0
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!
    if (isBlank(character)) {
      blankBefore = text !== ""
      continue
    }
    if (blankBefore) text += " "
    blankBefore = false
    const hidden = unseen(character)
    const unified = middleDots.has(character) ? "·" : form.unify(character)
    if (hidden !== undefined) problems.push(error(hidden, at + 1))
    else if (isMark(character)) problems.push(error("stacked-marks", at + 1))
    else if (isLetter(character)) {
      letters++
      const end = endOfMarks(characters, at + 1)
      const cluster = characters.slice(at, end).join("")
      text += cluster
      if (end > at + 1) {
        const single = composed(cluster)
        if (Array.from(single).length > 1 || !latin.test(single)) problems.push(error("stacked-marks", at + 2))
        at = end - 1
      }
    } else if (unified === "·" || form.accepts(unified)) text += unified
    else problems.push(error(foreignToNames(character), at + 1))
  }
  if (problems.length > 0) return refused(...problems)
  if (text === "") return refused(error("blank"))
  const written = composed(text)
  const length = Array.from(written).length
  if (letters === 0) problems.push(error("no-letter"))
  if (length > form.longest) problems.push(error("too-long"))
  if (letters === 1) problems.push(warning("unusually-short"))
  problems.push(...dotProblems(written))
  return judged(written.normalize("NFC"), problems, { written })
}
