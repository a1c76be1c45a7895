import * as Effect from "effect/Effect"
import { Output } from "./Output.js"

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value)

function* lines(value: unknown, indent: string): Generator<string> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield `${indent}[]`
    for (const item of value) {
      if (!isPlain(item) && !Array.isArray(item)) {
        yield `${indent}- ${String(item)}`
        continue
      }
      const [first = "", ...rest] = [...lines(item, "")]
      yield `${indent}- ${first}`
      for (const line of rest) yield `${indent}  ${line}`
    }
    return
  }
  if (!isPlain(value)) {
    yield `${indent}${String(value)}`
    return
  }
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue
    const nested = (isPlain(field) && Object.keys(field).length > 0) || (Array.isArray(field) && field.length > 0)
    if (!nested) {
      yield `${indent}${name}: ${isPlain(field) ? "{}" : Array.isArray(field) ? "[]" : String(field)}`
    } else if (Array.isArray(field) && field.every((item) => !isPlain(item) && !Array.isArray(item))) {
      yield `${indent}${name}: ${field.map(String).join(", ")}`
    } else {
      yield `${indent}${name}:`
      yield* lines(field, `${indent}  `)
    }
  }
}

/** An answer for people as names and values, for those that have no form of their own. */
export const printed = (value: unknown): Effect.Effect<void, never, Output> =>
  Effect.flatMap(Output, ({ line }) => Effect.forEach([...lines(value, "")], line, { discard: true }))
