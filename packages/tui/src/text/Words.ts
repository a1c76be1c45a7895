import type { Language } from "@single-window/core"
import { en } from "./en.js"
import { type Words, zhCN } from "./zhCN.js"

export type { Words } from "./zhCN.js"

export const wordsIn: Readonly<Record<Language, Words>> = { zh: zhCN, en }

/** In the order in which F2 goes through them. */
export const languages = Object.keys(wordsIn) as ReadonlyArray<Language>
