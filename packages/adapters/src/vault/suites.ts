import { aes } from "./aes.js"
import { gm } from "./gm.js"
import type { Profile, Suite } from "./Suite.js"

export const suites: Readonly<Record<Profile, Suite>> = { aes, gm }
