import { resolve } from "node:path"
import { type PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Place } from "./sources/source.js"

/** A secret from the environment variable NAME, or from the file that NAME_FILE names, as container platforms hand them over. */
export const secretOf = (
  port: PortName,
  name: string,
  { environment, words }: Place
): Effect.Effect<Redacted.Redacted, Unavailable> =>
  Effect.gen(function* () {
    const unavailable = (detail: string) => Effect.fail(new Unavailable({ port, detail }))
    const value = environment[name] ?? ""
    const file = environment[`${name}_FILE`] ?? ""
    if (value !== "" && file !== "") return yield* unavailable(words.variableTwice(name))
    if (value !== "") return Redacted.make(value)
    if (file === "") return yield* unavailable(words.variableMissing(name))
    const { secretInFile } = yield* Effect.promise(() => import("@single-window/adapters/files"))
    return yield* secretInFile(port, resolve(file), `the file that ${name}_FILE names`)
  })
