import * as Schema from "effect/Schema"
import { checkValidityPeriod } from "../identifiers/validityPeriod.js"
import { firstError } from "./checkedText.js"

const Entered = Schema.Struct({ from: Schema.String, to: Schema.String })

const check = ({ from, to }: typeof Entered.Type) => checkValidityPeriod(from, to)

/** Which of the two dates a problem is about: its position counts on from the first over the comma. */
const fieldAt = (from: string, position: number): "from" | "to" =>
  position > Array.from(from).length + 1 ? "to" : "from"

const Canonical = Entered.pipe(
  Schema.filter((period) => {
    const checked = check(period)
    const code = firstError(checked)
    if (code !== undefined) {
      const position = checked.problems.find((problem) => problem.code === code)?.position ?? 1
      return { path: [fieldAt(period.from, position)], message: code }
    }
    return checked.normalized === `${period.from},${period.to}` || { path: [], message: "not-canonical" }
  }),
  Schema.brand("ValidityPeriod"),
  Schema.annotations({ identifier: "ValidityPeriod", description: "证件有效期 YYYYMMDD, to 00000000 for no expiry" })
)

/** 身份证有效期: two dates YYYYMMDD, the second 00000000 for no expiry; whether it is over depends on today. */
export const ValidityPeriod = Schema.transform(Entered, Canonical, {
  strict: true,
  decode: (period) => {
    const { facts } = check(period)
    return { from: facts.from ?? period.from, to: facts.to ?? period.to }
  },
  encode: (period) => period
}).annotations({
  title: "ValidityPeriod",
  description: "证件有效期 period of validity, YYYYMMDD each, to 00000000 for no expiry (居民身份证法 art. 5, R-57)"
})
export type ValidityPeriod = typeof ValidityPeriod.Type
