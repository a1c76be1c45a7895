import type { Language } from "@single-window/core"
import { en } from "./en.js"
import { type TerminalWords, zhCN } from "./zhCN.js"

export type { TerminalWords } from "./zhCN.js"

export const terminalWords: Readonly<Record<Language, TerminalWords>> = { zh: zhCN, en }
