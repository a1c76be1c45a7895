import type { Language } from "@single-window/core"
import { en } from "./en.js"
import { type AccountWords, zhCN } from "./zhCN.js"

export type { AccountWords } from "./zhCN.js"

export const accountWords: Readonly<Record<Language, AccountWords>> = { zh: zhCN, en }
