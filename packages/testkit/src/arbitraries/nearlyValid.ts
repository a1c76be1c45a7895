import * as fc from "fast-check"

/** Every text that differs from `text` in one character, which becomes another of `alphabet`. */
export const oneCharacterOff = (text: string, alphabet: string): ReadonlyArray<string> =>
  Array.from(text).flatMap((own, at) =>
    Array.from(alphabet)
      .filter((other) => other !== own)
      .map((other) => text.slice(0, at) + other + text.slice(at + 1))
  )

/** Every text in which two different neighbours have changed places. */
export const adjacentSwaps = (text: string): ReadonlyArray<string> =>
  Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => at)
    .filter((at) => text.charAt(at) !== text.charAt(at + 1))
    .map((at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2))

/** Full-width, as a Chinese input method types it: the same value in another width. */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

const lookAlikes: ReadonlyArray<readonly [string, string]> = [
  ["A", "\u0410"],
  ["B", "\u0412"],
  ["E", "\u0395"],
  ["H", "\u041D"],
  ["M", "\u039C"],
  ["P", "\u0420"],
  ["X", "\u0425"],
  ["0", "\u041E"],
  ["1", "\u2160"],
  ["5", "\u0665"],
  ["9", "\u096F"]
]

/** Every text in which one character has become a letter or digit of another script that looks like it or counts as it. */
export const withLookAlike = (text: string): ReadonlyArray<string> =>
  Array.from(text).flatMap((own, at) =>
    lookAlikes.filter(([latin]) => latin === own).map(([, other]) => text.slice(0, at) + other + text.slice(at + 1))
  )

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
