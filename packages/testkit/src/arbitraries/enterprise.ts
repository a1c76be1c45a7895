import { type Enterprise, organizationPart } from "@single-window/core"
import * as fc from "fast-check"
import { enterpriseName } from "./enterpriseName.js"
import { decorated, oneCharacterOff } from "./nearlyValid.js"
import { personName } from "./personName.js"
import { unifiedSocialCreditCode } from "./unifiedSocialCreditCode.js"

/** An enterprise whose four fields are all there, right, and agree with each other. */
export const enterprise: fc.Arbitrary<Enterprise> = fc
  .record({ name: enterpriseName, unifiedSocialCreditCode, legalRepresentativeName: personName })
  .map((fields) => ({ ...fields, organizationCode: organizationPart(fields.unifiedSocialCreditCode) }))

const wrongCode = (code: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  code.chain((right) => fc.constantFrom(...oneCharacterOff(right, "0123456789")))

/** What a migrated account may hold: fields blank, wrong, decorated, or of another enterprise. */
export const migratedEnterprise: fc.Arbitrary<Enterprise> = enterprise.chain((right) => {
  const field = (value: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(value) },
      { weight: 1, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constant(`  ${value} `) }
    )
  const code = (value: string) =>
    fc.oneof({ weight: 4, arbitrary: field(value) }, decorated(value), wrongCode(fc.constant(value)))
  return fc.record({
    name: field(right.name),
    unifiedSocialCreditCode: code(right.unifiedSocialCreditCode),
    organizationCode: fc.oneof(
      { weight: 4, arbitrary: code(right.organizationCode) },
      unifiedSocialCreditCode.map(organizationPart)
    ),
    legalRepresentativeName: field(right.legalRepresentativeName)
  })
})

/** The same enterprise as people type it: blanks, widths and case that mean nothing. */
export const sameEnterprise = (enterprise: Enterprise): fc.Arbitrary<Enterprise> => {
  const code = (value: string) => (value === "" ? fc.constant("") : decorated(value))
  const spaced = (value: string) => fc.constantFrom(value, ` ${value}`, `${value}　`)
  return fc.record({
    name: fc
      .tuple(spaced(enterprise.name), fc.boolean())
      .map(([name, ascii]) => (ascii ? name.replaceAll("（", "(").replaceAll("）", ")") : name)),
    unifiedSocialCreditCode: code(enterprise.unifiedSocialCreditCode),
    organizationCode: fc.oneof(
      code(enterprise.organizationCode),
      fc.constant(enterprise.organizationCode.replace(/^(.{8})(.)$/, "$1-$2"))
    ),
    legalRepresentativeName: spaced(enterprise.legalRepresentativeName)
  })
}
