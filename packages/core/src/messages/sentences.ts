import type { Remedy } from "../domain/Remedy.js"
import type { PortName } from "../domain/Verdict.js"
import type { Refusal, RefusalTag } from "../Refusal.js"
import type { Step } from "../rules/ThreeChecksRequired.js"

/** One sentence for each refusal: a tag without one does not compile. */
export type RefusalSentences = {
  readonly [Tag in RefusalTag]: (refusal: Extract<Refusal, { readonly _tag: Tag }>) => string
}
export type RemedySentences = Readonly<Record<Remedy, string>>

export interface Messages {
  readonly refusals: RefusalSentences
  readonly remedies: RemedySentences
  /** Names of fields, as they stand in sentences and on screens; one inside another is named by both, `document.number`. */
  readonly names: Readonly<Record<string, string>>
  /** What a person does at a step of a journey, to follow "next". */
  readonly steps: Readonly<Record<Step | "start", string>>
  /** What a port does, to follow "cannot do now". */
  readonly ports: Readonly<Record<PortName, string>>
  /** States in which a bank card cannot serve; a verifier may know others. */
  readonly cardStates: Readonly<Record<string, string>>
}

const own = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined

/** A field by its own name, or by the name it has without the side that it stands on (`enterprise.`, `holder.`). */
export const nameIn = (names: Messages["names"], key: string): string =>
  own(names, key) ?? own(names, key.replace(/^(enterprise|holder)\./, "")) ?? key

export const wordIn = (words: Readonly<Record<string, string>>, key: string): string => own(words, key) ?? key

/** Epoch milliseconds as people in China read a time: YYYY-MM-DD HH:MM, Beijing time. */
export const beijingTime = (epoch: number, iso: (epoch: number) => string): string =>
  iso(epoch + 8 * 60 * 60 * 1000)
    .slice(0, 16)
    .replace("T", " ")
