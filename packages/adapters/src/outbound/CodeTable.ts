import type { Verdict } from "@single-window/core"

/** What a code of a source comes to. */
export type Meaning<Answer = Verdict> =
  | { readonly _tag: "Answer"; readonly answer: Answer }
  /** `tomorrow` begins at midnight in China, where the vendors count their days. */
  | { readonly _tag: "Limited"; readonly until: "tomorrow" | "unknown" }
  | { readonly _tag: "Unavailable"; readonly because: "outage" | "account" | "not-understood" }

export interface CodeRow<Answer = Verdict> {
  readonly code: string
  /** What the vendor's document says. */
  readonly zh: string
  readonly en: string
  readonly means: Meaning<Answer>
}

export const answer = <Answer>(said: Answer): Meaning<Answer> => ({ _tag: "Answer", answer: said })
export const limited = (until: "tomorrow" | "unknown"): Meaning<never> => ({ _tag: "Limited", until })
export const unavailable = (because: "outage" | "account" | "not-understood"): Meaning<never> => ({
  _tag: "Unavailable",
  because
})

/** One call of a vendor with every code that its documents name. Any other code comes to `Unavailable`. */
export interface CodeTable<Answer = Verdict> {
  readonly vendor: string
  readonly call: string
  /** What the code is read from. */
  readonly field: string
  readonly rows: ReadonlyArray<CodeRow<Answer>>
}

/** The row of a code; `Throttling.User` is read as `Throttling` when nothing more exact is there. */
export const rowOf = <Answer>(rows: ReadonlyArray<CodeRow<Answer>>, code: string): CodeRow<Answer> | undefined => {
  const found = rows.find((row) => row.code === code)
  const dot = code.lastIndexOf(".")
  return found ?? (dot < 1 ? undefined : rowOf(rows, code.slice(0, dot)))
}
