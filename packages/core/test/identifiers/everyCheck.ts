import {
  type Checked,
  checkEnterpriseName,
  checkIdentifier,
  checkMigratedUsername,
  checkPersonName,
  identifierKinds
} from "@single-window/core/identifiers"
import {
  bankCardNumber,
  enterpriseName,
  foreignerPermanentResidence,
  hkMacaoPermit,
  hmtResidence,
  mobileNumber,
  oldForeignerPermanentResidence,
  organizationCode,
  personName,
  prcPassport,
  residentId,
  taiwanPermit,
  unifiedSocialCreditCode,
  username,
  validityPeriod
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"

type Check = (input: string) => Checked<object>

/** Every check that takes one text, by name. */
export const everyCheck: ReadonlyArray<readonly [string, Check]> = [
  ...identifierKinds.map((kind): readonly [string, Check] => [
    kind,
    (input) => checkIdentifier(kind, input, { today: "20220510" })
  ]),
  ["person name", checkPersonName],
  ["enterprise name", checkEnterpriseName],
  ["migrated user name", checkMigratedUsername]
]

/** Right values of every noun. */
export const anyRightValue: fc.Arbitrary<string> = fc.oneof(
  unifiedSocialCreditCode,
  organizationCode,
  residentId(),
  hmtResidence(),
  foreignerPermanentResidence(),
  oldForeignerPermanentResidence,
  prcPassport,
  hkMacaoPermit,
  taiwanPermit,
  mobileNumber,
  bankCardNumber,
  username,
  personName,
  enterpriseName,
  validityPeriod.map(({ from, to }) => `${from},${to}`)
)

/** Any text at all: whole code points, halves of them, and right values with something foreign in the middle. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.fullUnicodeString(),
  fc.string16bits(),
  fc.string({ unit: "binary", maxLength: 40 }),
  anyRightValue,
  fc.tuple(anyRightValue, fc.string16bits({ maxLength: 3 }), fc.nat()).map(([value, foreign, at]) => {
    const place = at % (value.length + 1)
    return value.slice(0, place) + foreign + value.slice(place)
  })
)
