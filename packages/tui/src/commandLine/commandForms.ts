import { type CommandName, commandNames, registry } from "@single-window/core"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"

/** A field of a command as it is typed in JSON. */
export interface FormField {
  readonly name: string
  readonly optional: boolean
  /** The only values there are, where they are few. */
  readonly values?: ReadonlyArray<string>
  /** Of an object, or of each object in a list. */
  readonly fields?: ReadonlyArray<FormField>
  readonly list?: true
}

export interface CommandForm {
  readonly command: CommandName
  readonly fields: ReadonlyArray<FormField>
}

/** The cases of a type, an absent field's left out. */
const casesOf = (type: AST.AST): ReadonlyArray<AST.AST> =>
  type._tag === "Union"
    ? type.types.filter(({ _tag }) => _tag !== "UndefinedKeyword").flatMap(casesOf)
    : type._tag === "Refinement"
      ? casesOf(type.from)
      : [type]

const shapeOf = (type: AST.AST): Omit<FormField, "name" | "optional"> => {
  const cases = casesOf(type)
  const values = cases.flatMap((one) => (one._tag === "Literal" ? [String(one.literal)] : []))
  if (values.length > 0) return { values }
  const [only] = cases
  if (only?._tag === "TupleType") return { ...shapeOf(only.rest[0]?.type ?? only), list: true }
  return only?._tag === "TypeLiteral" && only.propertySignatures.length > 0 ? { fields: fieldsOf(only) } : {}
}

const fieldsOf = (type: AST.AST): ReadonlyArray<FormField> =>
  casesOf(type).flatMap((one) =>
    one._tag !== "TypeLiteral"
      ? []
      : one.propertySignatures.map(({ name, isOptional, type: field }) => ({
          name: String(name),
          optional: isOptional,
          ...shapeOf(field)
        }))
  )

/** Every command of the front door with the fields that it takes, read from the schemas that decode them. */
export const commandForms = (): ReadonlyArray<CommandForm> =>
  commandNames.map((command) => ({
    command,
    fields: fieldsOf(Schema.encodedSchema(registry[command].input as Schema.Schema<unknown>).ast)
  }))

const written = ({ name, optional, values, fields, list }: FormField): string => {
  const inside = fields === undefined ? "" : ` {${fields.map(written).join(", ")}}`
  return `${name}${optional ? "?" : ""}${list === true ? "[]" : ""}${inside}${values === undefined ? "" : ` ${values.join("|")}`}`
}

/** A form as a line: `document? {type, number}`. */
export const formLine = ({ command, fields }: CommandForm): string =>
  `${command.padEnd(24)}${fields.map(written).join(", ") || "–"}`
