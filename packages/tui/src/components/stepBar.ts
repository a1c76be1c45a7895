import { type Row, row, type Span, span } from "../terminal/Row.js"

/** The steps of a journey in one line: `[v]` done, `[2]` here, `(3)` to come. */
export const stepBar = (steps: ReadonlyArray<string>, at: number): Row =>
  row(
    "  ",
    ...steps.flatMap((step, index): ReadonlyArray<Span> => {
      const sign = index < at ? "[v]" : index === at ? `[${index + 1}]` : `(${index + 1})`
      return [
        ...(index === 0 ? [] : [span(" -> ")]),
        span(`${sign} ${step}`, index === at ? "strong" : index < at ? "good" : "plain")
      ]
    })
  )
