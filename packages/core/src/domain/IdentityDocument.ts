import * as Schema from "effect/Schema"
import { checkDocument, documentTypes } from "../identifiers/document.js"
import type { ProblemCode } from "../identifiers/problem.js"
import { firstError } from "./checkedText.js"

/** 证件类型. */
export const DocumentType = Schema.Literal(...documentTypes).annotations({
  identifier: "DocumentType",
  description: "证件类型 the documents an account holder can be identified by"
})
export type DocumentType = typeof DocumentType.Type

const Entered = Schema.Struct({ type: DocumentType, number: Schema.String })

// a passport of a Special Administrative Region has a well-formed number; whether it is accepted is for R-23 to say
const check = (document: typeof Entered.Type) => checkDocument(document.type, document.number, { allowSar: true })

const Canonical = Entered.pipe(
  Schema.filter((document) => {
    const checked = check(document)
    const wrong: ProblemCode | undefined = checked.valid
      ? checked.normalized === document.number
        ? undefined
        : "not-canonical"
      : firstError(checked)
    return wrong === undefined ? undefined : { path: ["number"], message: wrong }
  }),
  Schema.brand("IdentityDocument"),
  Schema.annotations({ identifier: "IdentityDocument", description: "证件 identity document: type and number" })
)

/** 证件: a type and a number that is right for it, by the standard of each type. */
export const IdentityDocument = Schema.transform(Entered, Canonical, {
  strict: true,
  decode: (document) => {
    const checked = check(document)
    return checked.valid ? { type: document.type, number: checked.normalized } : document
  },
  encode: (document) => document
}).annotations({
  title: "IdentityDocument",
  description: "证件 identity document: type and number, the number by the standard of its type"
})
export type IdentityDocument = typeof IdentityDocument.Type
