import { open as openFile } from "node:fs/promises"
import type { Policy } from "@single-window/core"
import * as Effect from "effect/Effect"
import { Usage } from "./Failed.js"
import type { SettingsShape } from "./Settings.js"

const MOST = 1024 * 1024

/** The parser's name for what is wrong, and where; its message would repeat what stands there, which may be a secret in the wrong place. */
const whyNot = (error: unknown): string => {
  const { code, linePos } = error as {
    readonly code?: unknown
    readonly linePos?: ReadonlyArray<{ readonly line: number; readonly col: number }>
  }
  const [place] = linePos ?? []
  const name = typeof code === "string" ? code : "not YAML"
  return place === undefined ? name : `${name}, line ${place.line}, column ${place.col}`
}

const everybody = 0o002

/** Whoever may write to it decides who is asked and what is checked. Text and mode are those of one opened file. */
const textOf = async (path: string): Promise<string | undefined> => {
  const file = await openFile(path, "r")
  try {
    const found = await file.stat()
    const open = process.platform !== "win32" && found.isFile() && (found.mode & everybody) !== 0
    return open ? undefined : await file.readFile("utf8")
  } finally {
    await file.close()
  }
}

/** The data in a JSON or YAML file that an option names. */
export const loadData = (
  option: string,
  path: string,
  { words: { usage } }: SettingsShape
): Effect.Effect<unknown, Usage> =>
  Effect.gen(function* () {
    const text = yield* Effect.tryPromise({
      try: () => textOf(path),
      catch: () => new Usage({ message: usage.fileUnreadable(option, path) })
    })
    if (text === undefined) return yield* Effect.fail(new Usage({ message: usage.fileOpen(option, path) }))
    if (text.length > MOST) return yield* Effect.fail(new Usage({ message: usage.inputTooLong(path) }))
    const { parse } = yield* Effect.promise(() => import("yaml"))
    return yield* Effect.try({
      // JSON is YAML too. Aliases are bounded by the library, so a small file cannot unfold into a huge one. Its warnings quote the file.
      try: () => parse(text, { logLevel: "error" }) as unknown,
      catch: (error) => new Usage({ message: usage.fileWrong(option, path, whyNot(error)) })
    })
  })

/** The policy of `--policy` over the defaults; a name that is no policy value is refused, since it would change nothing. */
export const loadPolicy = (settings: SettingsShape): Effect.Effect<Policy, Usage> =>
  Effect.gen(function* () {
    const core = yield* Effect.promise(() => import("@single-window/core"))
    const {
      policyFile,
      words: { usage }
    } = settings
    if (policyFile === undefined) return core.defaultPolicy
    const data = yield* loadData("--policy", policyFile, settings)
    const [{ decodeUnknown }, { ArrayFormatter }] = yield* Effect.promise(() =>
      Promise.all([import("effect/Schema"), import("effect/ParseResult")])
    )
    return yield* decodeUnknown(core.Policy, { onExcessProperty: "error" })(data ?? {}).pipe(
      Effect.mapError((error) => {
        const [issue] = ArrayFormatter.formatErrorSync(error)
        const where = issue?.path.map(String).join(".") ?? ""
        return new Usage({ message: usage.fileWrong("--policy", where, issue?.message ?? error.message) })
      })
    )
  })
