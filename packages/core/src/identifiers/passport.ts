import { type Checked, error, judged, refused } from "./problem.js"
import { isCapital, isDigit, misfits, tidyCode } from "./tidiedCode.js"

export type PassportKind = "ordinary" | "public-affairs" | "service" | "diplomatic" | "hong-kong-sar" | "macao-sar"

export interface PassportFacts {
  readonly kind: PassportKind
}

export interface PassportOptions {
  /** Accept passports of the Hong Kong and Macao Special Administrative Regions (R-23 leaves them out by default). */
  readonly allowSar?: boolean
}

const forms: ReadonlyArray<readonly [RegExp, PassportKind]> = [
  [/^E(?:[0-9]|[A-HJ-NP-Z])[0-9]{7}$/, "ordinary"],
  [/^G[0-9]{8}$/, "ordinary"],
  [/^1[45][0-9]{7}$/, "ordinary"],
  [/^PE?[0-9]{7}$/, "public-affairs"],
  [/^SE[0-9]{7}$/, "service"],
  [/^S[0-9]{7,8}$/, "service"],
  [/^DE?[0-9]{7}$/, "diplomatic"],
  [/^[HK](?:[0-9]|[A-Z])[0-9]{7}$/, "hong-kong-sar"],
  [/^MA[0-9]{7}$/, "macao-sar"]
]

/** Begins as a passport of the People's Republic does, so that a wrong length is more likely than another issuer. */
const beginsLikePrc = /^(?:[EGPSD]|PE|SE|DE)[0-9]{4,}$/

/** The numbers other states print: five to twelve letters and digits with at least four digits. */
const couldBeForeign = (text: string): boolean =>
  /^[A-Z0-9]{5,12}$/.test(text) && text.replace(/[A-Z]+/g, "").length >= 4

/** A passport number; only those issued by the People's Republic of China are accepted. */
export const checkPassport = (input: string, options: PassportOptions = {}): Checked<PassportFacts> => {
  const tidied = tidyCode(input)
  if (tidied.problems.length > 0) return refused(...tidied.problems)
  // the dot older P. and S. numbers are printed with is not part of the machine-readable number
  const dotted = /^[PS]\.[0-9]/.test(tidied.text)
  const code = dotted
    ? {
        ...tidied,
        text: tidied.text.charAt(0) + tidied.text.slice(2),
        positions: tidied.positions.filter((_, index) => index !== 1)
      }
    : tidied
  const wrong = misfits(code, (character) =>
    isDigit(character) || isCapital(character) ? undefined : "forbidden-character"
  )
  if (wrong.length > 0) return refused(...wrong)
  const kind = forms.find(([form]) => form.test(code.text))?.[1]
  if (kind === "hong-kong-sar" || kind === "macao-sar") {
    return judged(code.text, options.allowSar === true ? [] : [error("not-prc")], { kind })
  }
  if (kind !== undefined) return judged(code.text, [], { kind })
  if (/^E[IO][0-9]{7}$/.test(code.text)) return refused(error("letter-not-used", code.positions[1]))
  if (beginsLikePrc.test(code.text)) return refused(error("wrong-length"))
  return couldBeForeign(code.text) ? judged(code.text, [error("not-prc")], {}) : refused(error("wrong-format"))
}
