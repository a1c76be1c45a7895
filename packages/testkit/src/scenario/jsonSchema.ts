import { commandNames, registry } from "@single-window/core"
import * as JSONSchema from "effect/JSONSchema"
import * as AST from "effect/SchemaAST"
import { File } from "./Scenario.js"

export type JsonSchema = Readonly<Record<string, unknown>>

/** The names of a command's fields; their values may be placeholders, so nothing is said of those. */
const fieldsOf = (ast: AST.AST): ReadonlyArray<string> =>
  AST.getPropertySignatures(AST.encodedAST(ast)).map(({ name }) => String(name))

/** What `with` may hold once `do` is known. */
const fieldsByCommand = commandNames.map((name) => ({
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
  then: {
    properties: {
      with: { properties: Object.fromEntries(fieldsOf(registry[name].input.ast).map((field) => [field, {}])) }
    }
  },
  if: { properties: { do: { const: name } }, required: ["do"] }
}))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Leaves out names that the schema library gives by itself: they tell a reader nothing, and one id would stand in many places. */
const tidied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidied)
  if (!isObject(value)) return value
  const { $id, title, ...rest } = value
  const isNoise = $id === "/schemas/unknown" || title === "nonEmptyString" || title === "minLength(1)"
  const kept = isNoise ? rest : value
  return Object.fromEntries(Object.entries(kept).map(([key, inner]) => [key, tidied(inner)]))
}

/** What editors need to complete names and underline mistakes in a scenario file. */
export const jsonSchema = (): JsonSchema => {
  const schema = tidied(JSONSchema.make(File)) as { readonly properties: Readonly<Record<string, JsonSchema>> }
  const steps = schema.properties.steps as JsonSchema & { readonly items: JsonSchema }
  return {
    ...schema,
    properties: { ...schema.properties, steps: { ...steps, items: { ...steps.items, allOf: fieldsByCommand } } }
  }
}
