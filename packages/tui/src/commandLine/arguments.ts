import type * as Args from "@effect/cli/Args"
import { mapEffect } from "@effect/cli/Args"
import { p } from "@effect/cli/HelpDoc"
import * as Effect from "effect/Effect"
import { safeText } from "../safeText.js"
import type { Words } from "../text/Words.js"

/** An argument that is not an option misspelt: the parser takes whatever it does not know for an argument. */
export const argument = (args: Args.Args<string>, { usage }: Pick<Words, "usage">): Args.Args<string> =>
  mapEffect(args, (value) =>
    /^--|^-[a-z]$/.test(value) ? Effect.fail(p(usage.unknownOption(safeText(value)))) : Effect.succeed(value)
  )
