import { type Language, type Refusal, refusalSentence, StoreUnavailable } from "@single-window/core"
import { reasonInChinese } from "./reasonsZhCN.js"

/** A refusal's sentence, and the reason in it in the same language; the facts stay as the adapters have them. */
export const sentenceOf = (refusal: Refusal, language: Language): string =>
  refusalSentence(
    language === "zh" && refusal._tag === "StoreUnavailable"
      ? new StoreUnavailable({ reason: reasonInChinese(refusal.reason) })
      : refusal,
    language
  )
