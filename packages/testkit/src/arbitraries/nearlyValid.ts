import * as fc from "fast-check"

/** The text with one of its characters, however many units it takes, replaced. */
const put = (characters: ReadonlyArray<string>, at: number, other: string): string =>
  characters.with(at, other).join("")

/** Every text that differs from `text` in one character, which becomes another of `alphabet`. */
export const oneCharacterOff = (text: string, alphabet: string): ReadonlyArray<string> => {
  const characters = Array.from(text)
  return characters.flatMap((own, at) =>
    Array.from(alphabet)
      .filter((other) => other !== own)
      .map((other) => put(characters, at, other))
  )
}

/** Every text in which two different neighbours have changed places. */
export const adjacentSwaps = (text: string): ReadonlyArray<string> => {
  const characters = Array.from(text)
  return characters.slice(1).flatMap((right, at) => {
    const left = characters[at] ?? ""
    return left === right
      ? []
      : [
          characters
            .with(at, right)
            .with(at + 1, left)
            .join("")
        ]
  })
}

/** Full-width, as a Chinese input method types it: the same value in another width. */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** Digits of other scripts count as digits to careless software. */
const otherDigits: ReadonlyArray<readonly [string, string]> = Array.from("0123456789", (digit) => [
  digit,
  String.fromCodePoint(0x0660 + Number(digit))
])

const lookAlikes: ReadonlyArray<readonly [string, string]> = [
  ...otherDigits,
  ["A", "\u0410"],
  ["B", "\u0412"],
  ["E", "\u0395"],
  ["H", "\u041D"],
  ["M", "\u039C"],
  ["P", "\u0420"],
  ["X", "\u0425"],
  ["C", "\u0421"],
  ["K", "\u041A"],
  ["T", "\u0422"],
  ["Y", "\u03A5"],
  ["a", "\u0430"],
  ["c", "\u0441"],
  ["e", "\u0435"],
  ["o", "\u043E"],
  ["p", "\u0440"],
  ["x", "\u0445"],
  ["@", "\uFE6B"],
  ["0", "\u041E"],
  ["1", "\u2160"],
  ["9", "\u096F"]
]

/** Every text in which one character has become a letter or digit of another script that looks like it or counts as it. */
export const withLookAlike = (text: string): ReadonlyArray<string> => {
  const characters = Array.from(text)
  return characters.flatMap((own, at) =>
    lookAlikes.filter(([latin]) => latin === own).map(([, other]) => put(characters, at, other))
  )
}

/** The same value as people decorate it: blanks around and inside, another case, full-width. */
export const decorated = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom("", " ", "\u3000", "\t", "  "),
      fc.constantFrom("", " ", "\u00a0", "\r\n"),
      fc.constantFrom(
        (value: string) => value,
        fullWidth,
        (value: string) => value.toLowerCase()
      ),
      fc.nat(text.length)
    )
    .map(([before, after, change, at]) => `${before}${change(text.slice(0, at))} ${change(text.slice(at))}${after}`)

/** What can go wrong when a value is typed, copied or scanned. */
export type Mistake = "one-character-off" | "swapped" | "other-width" | "look-alike"

/** A text that is nearly right: another value, no value at all, or only for `other-width` the same value written differently. */
export interface NearlyValid {
  readonly text: string
  /** The valid text it was made from. */
  readonly was: string
  readonly how: Mistake
}

const mistakes = (was: string, alphabet: string): Readonly<Record<Mistake, ReadonlyArray<string>>> => ({
  "one-character-off": oneCharacterOff(was, alphabet),
  swapped: adjacentSwaps(was),
  "other-width": [fullWidth(was)].filter((text) => text !== was),
  "look-alike": withLookAlike(was)
})

/** One mistake in a valid text, each kind as likely as the others; `alphabet` is what a wrong character is taken from. */
export const nearlyValid = (valid: fc.Arbitrary<string>, alphabet: string): fc.Arbitrary<NearlyValid> =>
  valid.chain((was) => {
    const found = Object.entries(mistakes(was, alphabet)).filter(([, texts]) => texts.length > 0)
    return fc
      .constantFrom(...found)
      .chain(([how, texts]) => fc.constantFrom(...texts).map((text) => ({ text, was, how: how as Mistake })))
  })
