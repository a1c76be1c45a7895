// docs/testing-your-adapter.md: written by hand around the files of examples/your-adapter and the reports they end in.
import { quoted } from "./quoted.mjs"

export const document = () => quoted("testing-your-adapter")
