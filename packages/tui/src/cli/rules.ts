import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"

/** A rule file has one test of its name beside it; the catalogue's own test sees to that. */
const testOf = (module: string): string => `packages/core/test/rules/${module}.test.ts`

const list = Effect.gen(function* () {
  const { language, words } = yield* Settings
  const output = yield* Output
  const { rules } = yield* Effect.promise(() => import("@single-window/core"))
  const rows = rules.coverage.map(({ id, section, basis, says, enforced }) => ({
    id,
    section,
    basis,
    says,
    module: enforced.in === "rule" ? `rules/${enforced.module}` : enforced.in === "elsewhere" ? enforced.where : null,
    tests: enforced.in === "rule" ? [testOf(enforced.module)] : [],
    ...(enforced.in === "outside" ? { why: enforced.why } : {})
  }))
  yield* output.json(rows)
  for (const { id, section, basis, says, module } of rows) {
    const where = module ?? words.rules.outside
    yield* output.line(`${id.padEnd(6)}§${section.padEnd(6)} ${says[language]}（${words.rules[basis]}；${where}）`)
  }
})

export const rules = ({ rules: words }: Words) =>
  Command.make("rules", {}, () => list).pipe(Command.withDescription(words.summary))
