import { halfWidth, isBlank, unseen } from "./characters.js"
import { type Checked, error, judged, maximumInput, type Problem, type ProblemCode, refused } from "./problem.js"

export interface UsernameFacts {
  /** What is compared: user names are unique whatever their case. */
  readonly key: string
}

/** The form under which a user name is unique. */
export const usernameKey = (username: string): string => username.normalize("NFC").toLowerCase().normalize("NFC")

interface Trimmed {
  readonly characters: ReadonlyArray<string>
  /** How many characters were taken off the front. */
  readonly offset: number
}

const trim = (input: string): Trimmed => {
  const characters = Array.from(input)
  let start = 0
  let end = characters.length
  while (start < end && isBlank(characters[start]!)) start++
  while (end > start && isBlank(characters[end - 1]!)) end--
  return { characters: characters.slice(start, end), offset: start }
}

const judgeCharacter = (character: string): ProblemCode | undefined => {
  if (/[A-Za-z0-9]/.test(character)) return undefined
  const hidden = unseen(character)
  if (hidden !== undefined) return hidden
  if (/[A-Za-z0-9]/.test(halfWidth(character))) return "full-width-letter"
  return "forbidden-character"
}

const problemsIn = (
  { characters, offset }: Trimmed,
  judge: (character: string) => ProblemCode | undefined
): ReadonlyArray<Problem> =>
  characters.flatMap((character, index) => {
    const found = judge(character)
    return found === undefined ? [] : [error(found, offset + index + 1)]
  })

/** A user name: 6 to 18 letters, or letters and digits; stored as typed, unique whatever its case. */
export const checkUsername = (input: string): Checked<UsernameFacts> => {
  if (input.length > maximumInput) return refused(error("too-long"))
  const trimmed = trim(input)
  if (trimmed.characters.length === 0) return refused(error("blank"))
  const wrong = problemsIn(trimmed, judgeCharacter)
  if (wrong.length > 0) return refused(...wrong)
  const text = trimmed.characters.join("")
  const problems: Array<Problem> = []
  if (text.length < 6) problems.push(error("too-short"))
  if (text.length > 18) problems.push(error("too-long"))
  if (!/[A-Za-z]/.test(text)) problems.push(error("no-letter"))
  return judged(text, problems, { key: usernameKey(text) })
}

const longestMigrated = 64

/** A user name that once came from an older system is free of the rule, as long as it can be seen and typed. */
export const checkMigratedUsername = (input: string): Checked<UsernameFacts> => {
  if (input.length > maximumInput) return refused(error("too-long"))
  const trimmed = trim(input)
  if (trimmed.characters.length === 0) return refused(error("blank"))
  const wrong = problemsIn(trimmed, unseen)
  if (wrong.length > 0) return refused(...wrong)
  const text = trimmed.characters.join("")
  return judged(text, trimmed.characters.length > longestMigrated ? [error("too-long")] : [], {
    key: usernameKey(text)
  })
}
