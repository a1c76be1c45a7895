// docs/scenarios.md: written by hand around one scenario of examples/scenarios.
import { quoted } from "./quoted.mjs"

export const document = () => quoted("scenarios")
