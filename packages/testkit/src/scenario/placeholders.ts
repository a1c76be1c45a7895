import { bankReturnVariants } from "../world/bankVisit.js"
import type { Path } from "./Source.js"

/** What stands for itself in `with` until the step runs. */
export const placeholders: ReadonlyArray<string> = [
  "$captcha",
  "$sms",
  "$bankReturn",
  ...bankReturnVariants.filter((variant) => variant !== "right").map((variant) => `$bankReturn.${variant}`)
]

export interface Placed {
  readonly path: Path
  readonly text: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Texts that begin with one dollar sign; two mean a dollar sign. */
const isPlaceholder = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("$") && !value.startsWith("$$") && value.length > 1

/** Every placeholder in a value, known or not. */
export const placeholdersIn = (value: unknown, path: Path = []): ReadonlyArray<Placed> => {
  if (isPlaceholder(value)) return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, index) => placeholdersIn(item, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => placeholdersIn(inner, [...path, key]))
}

/** Puts what they stand for in their places. */
export const filled = (value: unknown, by: (placeholder: string) => unknown): unknown => {
  if (isPlaceholder(value)) return by(value)
  if (typeof value === "string" && value.startsWith("$$")) return value.slice(1)
  if (Array.isArray(value)) return value.map((item) => filled(item, by))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, by)]))
}

/** Something of the right shape in each place, to look at the rest before anything runs. */
export const sampled = (value: unknown): unknown =>
  filled(value, (placeholder) =>
    placeholder === "$captcha" ? { id: "", answer: "" } : placeholder.startsWith("$bankReturn") ? {} : ""
  )
