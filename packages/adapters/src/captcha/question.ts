const zhDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
const enBelowTwenty = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen"
]

/** The largest answer: twenty and ten. */
const MOST = 30

export const zh = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return zhDigits[ones] ?? ""
  return `${tens === 1 ? "" : zhDigits[tens]}十${ones === 0 ? "" : zhDigits[ones]}`
}

const enTens = ["", "", "twenty", "thirty"]

export const en = (number: number): string => {
  if (number < 20) return enBelowTwenty[number] ?? ""
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${enTens[tens]}${ones === 0 ? "" : `-${enBelowTwenty[ones]}`}`
}

export interface Question {
  readonly zh: string
  readonly en: string
  readonly answer: number
}

/** How many random digits a question is made of. */
export const DIGITS = 3

/** A sum or a difference in words: every screen and every screen reader can show it, and the answer is from one to thirty. */
export const questionOf = (digits: string): Question => {
  const [first = 0, second = 0, sign = 0] = [...digits].map(Number)
  const left = 11 + first
  const right = 1 + second
  const plus = sign % 2 === 0
  return {
    zh: `${zh(left)}${plus ? "加" : "减"}${zh(right)}等于几？`,
    en: `What is ${en(left)} ${plus ? "plus" : "minus"} ${en(right)}?`,
    answer: plus ? left + right : left - right
  }
}

/** Without what makes no difference: case, width, a full stop, and whether two English words are joined by a hyphen or a space. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\s*[。.]$/u, "")
    .replace(/(?<=[a-z])[\s\p{Pd}]+(?=[a-z])/gu, "")

const meanings: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MOST + 1 }, (_, number) => number).flatMap((number) => [
    [String(number), number] as const,
    [zh(number), number] as const,
    [plain(en(number)), number] as const
  ])
)

/** What somebody meant: digits of any width, or words in either language. */
export const meant = (answer: string): number | undefined => meanings.get(plain(answer))
