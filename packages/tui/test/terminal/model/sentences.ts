/** Every sentence of a language, those with something to fill in filled in by marks. */
export const sentences = (words: unknown, path: string): ReadonlyArray<readonly [string, string]> => {
  if (typeof words === "string") return [[path, words]]
  if (typeof words === "function") {
    const filled = words as (...marks: ReadonlyArray<unknown>) => unknown
    const marks = Array.from({ length: filled.length }, (_, at) => `<${at}>`)
    return sentences(attempt(filled, marks), path)
  }
  // A language may need more lines than the other.
  if (Array.isArray(words) && words.every((one) => typeof one === "string")) return [[path, words.join("\n")]]
  if (Array.isArray(words)) return words.flatMap((one, at) => sentences(one, `${path}[${at}]`))
  if (typeof words === "object" && words !== null)
    return Object.entries(words).flatMap(([name, one]) => sentences(one, `${path}.${name}`))
  return []
}

/** Some sentences join lists. */
const attempt = (filled: (...marks: ReadonlyArray<unknown>) => unknown, marks: ReadonlyArray<string>): unknown => {
  try {
    return filled(...marks)
  } catch {
    return filled(...marks.map((mark) => [mark]))
  }
}
