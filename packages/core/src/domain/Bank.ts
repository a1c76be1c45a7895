import * as Schema from "effect/Schema"

/** A bank of R-67 by its short name (CCB, ABC, CMBC, …); which are supported is policy, for the manual says «目前». */
export const BankCode = Schema.String.pipe(Schema.pattern(/^[A-Z]{2,8}$/, { message: () => "format" }))
export type BankCode = typeof BankCode.Type

export interface Bank {
  readonly code: BankCode
  readonly name: { readonly zh: string; readonly en: string }
}

/** The banks that the manual names, which the policy offers unless a host says otherwise. */
export const banks: ReadonlyArray<Bank> = [
  { code: "CCB", name: { zh: "中国建设银行", en: "China Construction Bank" } },
  { code: "ABC", name: { zh: "中国农业银行", en: "Agricultural Bank of China" } },
  { code: "CMBC", name: { zh: "中国民生银行", en: "China Minsheng Bank" } }
]
