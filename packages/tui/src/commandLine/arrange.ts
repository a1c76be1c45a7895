const flags = ["--json"] as const
const valued = ["--db", "--key", "--lang", "--policy", "--world", "--config"] as const

export interface Arranged {
  /** Global options first, as the parser wants them. */
  readonly argv: ReadonlyArray<string>
  readonly json: boolean
  /** The first word that is not an option: a sub-command, if there is one of that name. */
  readonly name: string | undefined
  /** An option without its value, or given twice. */
  readonly wrong?: { readonly option: string; readonly problem: "no-value" | "twice" }
}

/** Moves global options to the front; what comes behind `--` is never an option. */
export const arrange = (given: ReadonlyArray<string>): Arranged => {
  const end = given.indexOf("--")
  const words = end < 0 ? given : given.slice(0, end)
  const front: Array<string> = []
  const rest: Array<string> = []
  const seen = new Set<string>()
  let wrong: Arranged["wrong"]
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ""
    const [name = "", ...joined] = word.split("=")
    const isFlag = (flags as ReadonlyArray<string>).includes(word)
    const isValued = (valued as ReadonlyArray<string>).includes(name)
    if (!isFlag && !isValued) {
      rest.push(word)
      continue
    }
    if (isFlag) {
      if (!seen.has(word)) front.push(word)
      seen.add(word)
      continue
    }
    if (seen.has(name)) wrong ??= { option: name, problem: "twice" }
    seen.add(name)
    const value = joined.length > 0 ? joined.join("=") : words[++at]
    if (value === undefined || value === "" || (joined.length === 0 && /^--?[a-z]/.test(value)))
      wrong ??= { option: name, problem: "no-value" }
    front.push(name, value ?? "")
  }
  return {
    argv: [...front, ...rest, ...(end < 0 ? [] : given.slice(end))],
    json: seen.has("--json"),
    name: rest.find((word) => !word.startsWith("-")),
    ...(wrong === undefined ? {} : { wrong })
  }
}
