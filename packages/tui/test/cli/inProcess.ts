import * as Effect from "effect/Effect"
import { vi } from "vitest"
import { reportFailure } from "../../src/commandLine/reportFailure.js"
import { run } from "../../src/commandLine/run.js"
import type { Ended } from "./single-window.js"

const caught = (stream: NodeJS.WriteStream) => {
  const parts: Array<string> = []
  const spy = vi.spyOn(stream, "write").mockImplementation((part) => {
    parts.push(String(part))
    return true
  })
  return () => {
    spy.mockRestore()
    return parts.join("")
  }
}

/** Runs a command line as the binary does, without a process of its own: for the many cases that differ only in their words. */
export const inProcess = async (
  args: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>> = { LANG: "zh_CN.UTF-8" }
): Promise<Ended> => {
  const stdout = caught(process.stdout)
  const stderr = caught(process.stderr)
  try {
    const status = await Effect.runPromise(
      run(args, environment).pipe(
        Effect.as(0),
        Effect.catchAll((failed) => reportFailure(failed, args, environment))
      )
    )
    return { status, stdout: stdout(), stderr: stderr() }
  } finally {
    vi.restoreAllMocks()
  }
}
