import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { type CodeRow, type Meaning, rowOf } from "./CodeTable.js"
import { plainCode, Trouble } from "./Trouble.js"

const DAY = 86_400_000
const CHINA = 8 * 3_600_000

/** Midnight in China after this moment. */
const tomorrow = (now: number): number => (Math.floor((now + CHINA) / DAY) + 1) * DAY - CHINA

const meant = <Answer>(code: string, means: Meaning<Answer>): Effect.Effect<Answer, Trouble> => {
  switch (means._tag) {
    case "Answer":
      return Effect.succeed(means.answer)
    case "Unavailable":
      return Effect.fail(new Trouble({ reason: means.because, code: plainCode(code) }))
    case "Limited":
      return Effect.flatMap(Clock.currentTimeMillis, (now) =>
        Effect.fail(
          new Trouble({ reason: "limited", ...(means.until === "tomorrow" ? { askAgainAt: tomorrow(now) } : {}) })
        )
      )
  }
}

/** What a code means by a table; one that is not there means nothing, least of all `Match`. */
export const settle = <Answer>(rows: ReadonlyArray<CodeRow<Answer>>, code: string): Effect.Effect<Answer, Trouble> => {
  const row = rowOf(rows, code)
  return row === undefined
    ? Effect.fail(new Trouble({ reason: "unknown-code", code: plainCode(code) }))
    : meant(code, row.means)
}
