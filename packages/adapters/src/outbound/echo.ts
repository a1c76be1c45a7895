/** Same text, where a star of a masked echo stands for any one character. */
const same = (asked: string, echoed: string): boolean => {
  const [wanted, given] = [[...asked], [...echoed]]
  return wanted.length === given.length && given.every((character, at) => character === "*" || character === wanted[at])
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Whether an answer repeats a field of the question with another value: it is then about somebody else. */
export const aboutAnother = (asked: Readonly<Record<string, string | number>>, answer: unknown): boolean =>
  isRecord(answer) &&
  Object.entries(answer).some(([name, value]) =>
    isRecord(value)
      ? aboutAnother(asked, value)
      : Object.hasOwn(asked, name) && value !== undefined && value !== null && !same(String(asked[name]), String(value))
  )
