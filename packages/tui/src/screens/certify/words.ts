import { en } from "./en.js"
import { zhCN } from "./zhCN.js"

export const certifyWords = { zh: zhCN, en } as const
