import { SqlError } from "@effect/sql/SqlError"

/** In Node since 20, in TypeScript's libraries since ES2024. */
interface WellFormed {
  readonly isWellFormed: () => boolean
}
const isWellFormed = (text: string): boolean => (text as unknown as WellFormed).isWellFormed()

/** Whether every engine keeps a value as it is: unpaired surrogates and NUL are changed or refused, by each in its own way. */
export const isStorable = (value: unknown): boolean =>
  typeof value !== "string" || (isWellFormed(value) && !value.includes("\0"))

export const unstorable = (): SqlError =>
  new SqlError({ cause: { code: "UNSTORABLE_TEXT" }, message: "text that cannot be stored" })
