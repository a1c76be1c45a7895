/** A time in a scenario stands for the epoch milliseconds of the answer. */
const isSameTime = (expected: unknown, actual: unknown): boolean =>
  typeof expected === "string" &&
  typeof actual === "number" &&
  /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(expected) &&
  Date.parse(expected) === actual

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Whether everything that is expected is there: objects may hold more, lists may not, and `null` is nothing. */
export const holds = (expected: unknown, actual: unknown): boolean => {
  if (expected === null || expected === undefined) return actual === null || actual === undefined
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => holds(item, actual[index]))
    )
  }
  if (isObject(expected)) {
    return isObject(actual) && Object.entries(expected).every(([key, value]) => holds(value, actual[key]))
  }
  return expected === actual || isSameTime(expected, actual)
}

/** The part of the answer that was asked about, so that a failure shows no more than it must. */
export const partOf = (expected: unknown, actual: unknown): unknown => {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item, index) => (index < expected.length ? partOf(expected[index], item) : item))
  }
  if (!isObject(expected) || !isObject(actual)) return actual ?? null
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, partOf(value, actual[key])]))
}
