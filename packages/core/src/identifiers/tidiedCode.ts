import { foreignToCodes, halfWidth, isBlank, isMargin } from "./characters.js"
import { error, maximumInput, type Problem, type ProblemCode } from "./problem.js"

/** A code as it would be printed without decoration: ASCII, capitals, no blanks. */
export interface TidiedCode {
  readonly text: string
  /** Where each character of `text` stood in the input, from 1. */
  readonly positions: ReadonlyArray<number>
  readonly problems: ReadonlyArray<Problem>
}

const hyphens = new Set(["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"])

/** Printable ASCII but the blank. */
const isPrinted = (character: string): boolean => character >= "!" && character <= "~"

const nothing = (code: ProblemCode): TidiedCode => ({ text: "", positions: [], problems: [error(code)] })

/** Takes the decoration off a code; `drop` names the marks this kind of code is printed with. */
export const tidyCode = (input: string, options: { readonly drop?: "hyphens" } = {}): TidiedCode => {
  if (input.length > maximumInput) return nothing("too-long")
  const characters = Array.from(input)
  let start = 0
  let end = characters.length
  while (start < end && isMargin(characters[start]!)) start++
  while (end > start && isMargin(characters[end - 1]!)) end--
  if (start === end) return nothing("blank")

  let text = ""
  const positions: Array<number> = []
  const problems: Array<Problem> = []
  for (let at = start; at < end; at++) {
    const character = halfWidth(characters[at]!)
    if (options.drop === "hyphens" && hyphens.has(character)) continue
    if (isPrinted(character)) {
      text += character.toUpperCase()
      positions.push(at + 1)
    } else if (!isBlank(character)) {
      problems.push(error(foreignToCodes(character), at + 1))
    }
  }
  if (text === "" && problems.length === 0) return nothing("blank")
  return { text, positions, problems }
}

/** The first problem of each character that `judge` does not accept at its place. */
export const misfits = (
  code: TidiedCode,
  judge: (character: string, index: number) => ProblemCode | undefined
): ReadonlyArray<Problem> =>
  Array.from(code.text).flatMap((character, index) => {
    const found = judge(character, index)
    return found === undefined ? [] : [error(found, code.positions[index])]
  })

export const isDigit = (character: string): boolean => character >= "0" && character <= "9"

export const isCapital = (character: string): boolean => character >= "A" && character <= "Z"

/** A place where only a digit may stand. */
export const digit = (character: string): ProblemCode | undefined =>
  isDigit(character) ? undefined : isCapital(character) ? "digit-expected" : "forbidden-character"
