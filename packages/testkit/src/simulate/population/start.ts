/** The day on which the manual came out; midnight in China. */
export const START = Date.parse("2022-05-10T00:00:00+08:00")
