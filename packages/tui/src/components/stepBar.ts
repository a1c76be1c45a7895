import { type Row, row, type Span, span, widthOfRow } from "../terminal/Row.js"

/**
 * The steps of a journey in one line: `[v]` done, `[2]` here, `(3)` to come. Where there is no room for all of their names, the step at
 * hand has one and the others are numbers.
 */
export const stepBar = (steps: ReadonlyArray<string>, at: number, columns: number): Row => {
  const bar = (named: (index: number) => boolean): Row =>
    row(
      "  ",
      ...steps.flatMap((step, index): ReadonlyArray<Span> => {
        const sign = index < at ? "[v]" : index === at ? `[${index + 1}]` : `(${index + 1})`
        return [
          ...(index === 0 ? [] : [span(" -> ")]),
          span(named(index) ? `${sign} ${step}` : sign, index === at ? "strong" : index < at ? "good" : "plain")
        ]
      })
    )
  const whole = bar(() => true)
  return widthOfRow(whole) <= columns ? whole : bar((index) => index === Math.min(at, steps.length - 1))
}
