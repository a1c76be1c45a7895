import type { Remedy } from "../domain/Remedy.js"
import type { Refusal, RefusalTag } from "../Refusal.js"

/** One sentence for each refusal: a tag without one does not compile. */
export type RefusalSentences = {
  readonly [Tag in RefusalTag]: (refusal: Extract<Refusal, { readonly _tag: Tag }>) => string
}
export type RemedySentences = Readonly<Record<Remedy, string>>

export interface Messages {
  readonly refusals: RefusalSentences
  readonly remedies: RemedySentences
  /** Names of fields, ports, steps and the like, as they stand in sentences and on screens. */
  readonly names: Readonly<Record<string, string>>
}

export const nameIn = (names: Messages["names"], key: string): string => names[key] ?? key

/** Epoch milliseconds as people in China read a time: YYYY-MM-DD HH:MM, Beijing time. */
export const beijingTime = (epoch: number, iso: (epoch: number) => string): string =>
  iso(epoch + 8 * 60 * 60 * 1000)
    .slice(0, 16)
    .replace("T", " ")
