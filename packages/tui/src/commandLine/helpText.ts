import { subCommands } from "../cli/index.js"
import { columnsOf, padded } from "../safeText.js"
import type { Words } from "../text/Words.js"

type Row = readonly [name: string, says: string]

const rows = (list: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const width = Math.max(...list.map(([name]) => columnsOf(name)))
  return list.map(([name, says]) => `  ${padded(name, width)}  ${says}`)
}

/** What there is, on one page; the parser tells the rest of each sub-command. */
export const helpText = (words: Words): string => {
  const { help, options } = words
  const commands = (Object.keys(subCommands) as ReadonlyArray<keyof typeof subCommands>).map(
    (name): Row => [name, words[name].summary]
  )
  const global: ReadonlyArray<Row> = [
    ["--json", options.json],
    ["--db", options.db],
    ["--key", options.key],
    ["--lang", options.lang],
    ["--policy", options.policy],
    ["--world", options.world],
    ["--config", options.config]
  ]
  return [
    words.program,
    "",
    help.usage,
    help.screens,
    "",
    help.commands,
    ...rows(commands),
    "",
    help.options,
    ...rows(global),
    "",
    help.exits,
    ""
  ].join("\n")
}
