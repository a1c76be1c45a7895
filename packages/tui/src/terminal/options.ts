import { arrange } from "../commandLine/arrange.js"

/** What a command line without a sub-command asks of the terminal UI. */
export interface TerminalOptions {
  readonly db: string | undefined
  readonly key: string | undefined
  readonly policy: string | undefined
  readonly world: string | undefined
  readonly config: string | undefined
  readonly as: string | undefined
}

/** The options, when there is nothing else on the command line: no sub-command, and no option that only one of those has. */
export const terminalOptions = (given: ReadonlyArray<string>): TerminalOptions | undefined => {
  const joined = given.flatMap((word) => (word.startsWith("--as=") ? ["--as", word.slice("--as=".length)] : [word]))
  const at = joined.indexOf("--as")
  const as = at < 0 ? undefined : joined[at + 1]
  if (at >= 0 && (as === undefined || as.startsWith("--"))) return undefined
  const others = at < 0 ? joined : [...joined.slice(0, at), ...joined.slice(at + 2)]
  const { argv, json, wrong } = arrange(others)
  if (json || wrong !== undefined) return undefined
  const values = new Map<string, string>()
  for (let word = 0; word < argv.length; word += 2) {
    const [name = "", value] = [argv[word], argv[word + 1]]
    if (!/^--(db|key|lang|policy|world|config)$/.test(name) || value === undefined) return undefined
    values.set(name.slice(2), value)
  }
  return {
    db: values.get("db"),
    key: values.get("key"),
    policy: values.get("policy"),
    world: values.get("world"),
    config: values.get("config"),
    as
  }
}
