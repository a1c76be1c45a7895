// Pages that are written by hand and quote files, what programs print, and tables: whatever follows a mark is put in anew.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

const fenced = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
const languages = { mjs: "js", yaml: "yaml" }

const quotes = {
  /** `<!-- file: PATH -->`: the file as it is. */
  file: (path) => fenced(languages[path.split(".").pop()] ?? "", readFileSync(`${root}/${path}`, "utf8")),
  /** `<!-- run: PATH ARGUMENT… -->`: what the program prints, whatever it ends with. */
  run: (line) => {
    const { stdout } = spawnSync(process.execPath, line.split(" "), { cwd: root, encoding: "utf8" })
    return fenced("text", stdout)
  }
}

const mark = /(<!-- (file|run|table): (.+?) -->\n\n)(```\w*\n[\s\S]*?\n```|(?:\|.*\n)+\|.*)/g

/** The page with its quotes as they are now; `tables` says what each `<!-- table: NAME -->` holds. */
export const quoted = (page, tables = {}) =>
  readFileSync(`${root}/docs/${page}.md`, "utf8").replace(
    mark,
    (_, head, kind, what) => head + (kind === "table" ? tables[what]() : quotes[kind](what))
  )
