import type { Language } from "@single-window/core"
import { accountWords } from "./index.js"

/** 有效期 as people read it: no expiry is stored as 00000000, and masked as 0000**** (R-56, R-57). */
export const validityText = ({ from, to }: { readonly from: string; readonly to: string }, language: Language) =>
  `${from} - ${to.startsWith("0000") ? accountWords[language].longTerm : to}`
