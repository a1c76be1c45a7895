import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Actor } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { subCommands } from "../../../src/cli/index.js"
import { globalKeys, listKeys } from "../../../src/keymap.js"
import { screens } from "../../../src/screens/index.js"
import type { Session } from "../../../src/terminal/Session.js"
import { commandRoute } from "../../../src/terminal/typedCommand.js"
import { root } from "../../cli/single-window.js"
import { captures } from "../captures.js"
import { sentences } from "./sentences.js"

const session = (parts: Partial<Session>): Session => ({
  actor: Actor.Staff({ name: "li", role: "viewer" }),
  name: "li",
  role: "viewer",
  restricted: false,
  since: 0,
  ...parts
})
const holder = Actor.AccountHolder({ account: "1", epoch: 0, entrance: "password" })

/** Everybody for whom home may offer something else. */
const everybody: Readonly<Record<string, Session>> = {
  viewer: session({}),
  clerk: session({ actor: Actor.Staff({ name: "li", role: "clerk" }), role: "clerk" }),
  supervisor: session({ actor: Actor.Staff({ name: "li", role: "supervisor" }), role: "supervisor" }),
  personal: session({ actor: holder, role: "personal" }),
  operator: session({ actor: holder, role: "operator" }),
  administrator: session({ actor: holder, role: "administrator" }),
  restricted: session({ actor: holder, role: "administrator", restricted: true })
}

const commands = Object.values(screens).flatMap(({ command }) => (command === undefined ? [] : [command]))
const twice = (all: ReadonlyArray<string>) => all.filter((one, at) => all.indexOf(one) < at)
const read = (path: string) => readFileSync(join(root, path), "utf8")

describe("what opens a screen", () => {
  it("is one name after `:` for one screen, and none of the program's own", () => {
    const names = commands.flatMap((command) => command.names)
    expect(twice(names)).toEqual([])
    for (const name of names)
      expect([name, commandRoute(name, {} as typeof screens, undefined, "zh")]).toMatchObject([name, { unknown: name }])
    // What can be typed is told in the language of the screen.
    for (const { names: own } of commands) expect([own, /\p{Script=Han}/u.test(own.join(""))]).toEqual([own, true])
  })

  it.each(Object.keys(everybody))("is one key of home for one screen, and none that home has itself: %s", (who) => {
    const here = everybody[who] ?? session({})
    const offered = commands.flatMap(({ key, may }) => (key !== undefined && may(here) ? [key] : []))
    // Refresh and log out, beside what works on every screen.
    expect(twice([...offered, "r", "Q", ...Object.values(globalKeys).flat()])).toEqual([])
    for (const key of offered) expect(key).toMatch(/^[a-z]$/)
  })
})

const folders = readdirSync(join(root, "packages/tui/src/screens"), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : []
)
const sourceOf = (folder: string) => {
  const at = `packages/tui/src/screens/${folder}`
  const files = readdirSync(join(root, at)).filter((file) => !/^(en|zhCN)\.ts$/.test(file))
  return files.map((file) => read(`${at}/${file}`)).join("\n")
}
const sources = new Map(folders.map((folder) => [folder, sourceOf(folder)] as const))

/** Keys of every form and list, beside those that a screen's own actions have. */
const everywhere = [
  "Enter",
  "Tab",
  "Space",
  "F6",
  ...Object.values(globalKeys).flat(),
  ...Object.values(listKeys).flat()
]
const keysIn = (source: string) =>
  [...source.matchAll(/keys?: \[?((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key)
  )

/** Screens that speak of a key of the one that opened them, or that they open. */
const neighbours: Readonly<Record<string, ReadonlyArray<string>>> = { deleteOperator: ["operators"], home: folders }
const liveIn = (folder: string) =>
  new Set([...everywhere, ...[folder, ...(neighbours[folder] ?? [])].flatMap((one) => keysIn(sources.get(one) ?? ""))])

/** A letter that stands alone among Chinese ones is a key, and so is F with a number. */
const quoted = /(?<![\w<:.>/+-])([a-z]|F\d{1,2}|Esc|Enter)(?![\w+])/g

const wordsOf = (folder: string) => {
  const name = /export const (\w+) = screen</.exec(sources.get(folder) ?? "")?.[1]
  const index = read("packages/tui/src/screens/index.ts")
  const tag = new RegExp(`^ {2}(\\w+): ${name},?$`, "m").exec(index)?.[1]
  return tag === undefined ? undefined : screens[tag as keyof typeof screens].words
}

describe("a key that a sentence names", () => {
  it.each(folders.filter((folder) => wordsOf(folder) !== undefined))(
    "is one that can be pressed there: %s",
    (folder) => {
      const { zh, en } = wordsOf(folder) ?? { zh: {}, en: {} }
      const live = liveIn(folder)
      const english = new Map(sentences(en, ""))
      for (const [path, text] of sentences(zh, "")) {
        // A picture's signs are explained like keys.
        if (path.endsWith("lanesKey")) continue
        for (const [, key = ""] of text.matchAll(quoted)) {
          expect([path, text, key, live.has(key)]).toEqual([path, text, key, true])
          expect([path, key, new RegExp(`(?<!\\w)${key}(?!\\w)`).test(english.get(path) ?? "")]).toEqual([
            path,
            key,
            true
          ])
        }
      }
    }
  )
})

/** The name of each sentence, with the name of the table that it stands in. */
const namesIn = (words: object, table = ""): ReadonlyArray<readonly [table: string, name: string]> =>
  Object.entries(words).flatMap(([name, one]) =>
    typeof one === "object" && !Array.isArray(one) ? namesIn(one as object, name) : [[table, name] as const]
  )

describe("a sentence", () => {
  it.each(folders.filter((folder) => wordsOf(folder) !== undefined))("is said somewhere, or is gone: %s", (folder) => {
    const uses = (one: string, other: string) => sources.get(one)?.includes(`../${other}/`) === true
    const users = [...sources].filter(([one]) => one === folder || uses(one, folder) || uses(folder, one))
    const source = users.map(([, text]) => text).join("\n")
    const silent = namesIn(wordsOf(folder)?.zh as object).filter(
      ([table, name]) =>
        !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source) &&
        !(table !== "" && new RegExp(`\\b${table}(\\[|: |,| \\}|\\))`).test(source))
    )
    expect(silent).toEqual([])
  })
})

describe("the pages about the screens", () => {
  const page = read("docs/terminal-ui.md")
  const rows = [...page.matchAll(/^\| ((?:`[a-z]` ?)+)\s*\| ([^|]+) \| ([^|]+) \|/gm)].map(
    ([, keys = "", says = ""]) => ({
      keys: [...keys.matchAll(/`(.)`/g)].map(([, key = ""]) => key),
      says
    })
  )

  it("tell each key of home with the screen that it opens, and the keys of that screen", () => {
    const keyed = Object.values(screens).filter(({ command }) => command?.key !== undefined)
    expect(rows.flatMap(({ keys }) => keys).sort()).toEqual(keyed.map(({ command }) => command?.key).sort())
    for (const { command, words } of keyed) {
      const row = rows.find(({ keys }) => keys.includes(command?.key ?? ""))
      const { title } = words.zh as { readonly title: unknown }
      if (typeof title === "string") expect(row?.says).toContain(title)
      const folder = folders.find((one) => sources.get(one)?.includes(`key: "${command?.key}"`)) ?? ""
      const live = new Set([...keysIn(sources.get(folder) ?? ""), ...everywhere])
      if (row?.keys.length === 1)
        for (const [, key = ""] of row.says.matchAll(/`(\w+)`/g))
          expect([folder, key, live.has(key)]).toEqual([folder, key, true])
    }
  })

  it("tell each sub-command", () => {
    const table = [...read("packages/tui/README.md").matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell).join("\n")
    for (const name of Object.keys(subCommands))
      expect([name, new RegExp(`\`${name}[ \`]`).test(table)]).toEqual([name, true])
  })

  it("show every screen, as it looks, in `captures`", () => {
    const seen = new Set(captures.map(({ of }) => of))
    expect(Object.keys(screens).filter((tag) => !seen.has(tag as keyof typeof screens))).toEqual([])
  })
})
