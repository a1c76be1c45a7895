import { afterAll, afterEach, describe, expect, it } from "vitest"
import { en as accountEn } from "../../src/screens/account/en.js"
import { zhCN as accountZh } from "../../src/screens/account/zhCN.js"
import { en as accountsEn } from "../../src/screens/accounts/en.js"
import { zhCN as accountsZh } from "../../src/screens/accounts/zhCN.js"
import { widthOf } from "../../src/terminal/Row.js"
import { terminalWords } from "../../src/text/terminal/index.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

const list = { zh: accountsZh, en: accountsEn }
const one = { zh: accountZh, en: accountEn }
const languages = ["zh", "en"] as const
type Language = (typeof languages)[number]

/** A place on one of the two screens, and every key there that does nothing, each with why. */
interface Place {
  readonly name: string
  readonly opening?: Partial<Parameters<typeof openScreen>[0]>
  /** The keys that lead there from home, and what shows then. */
  readonly keys: ReadonlyArray<string>
  readonly shows: (language: Language) => string
  readonly reasons: (language: Language) => Readonly<Record<string, string>>
}

const toAccount = (name: string) => [":", `account ${name}`, "Enter"]
const latest = (language: Language) => one[language].latest
const listed = (reason: "nothingHere" | "stillReading") => (language: Language) => {
  const words = list[language]
  const why = words[reason]
  const none = words.nothingMarked
  return { Enter: why, Space: why, s: why, x: why, n: none, N: none, U: none }
}
const notSupervisor = (language: Language) => {
  const why = one[language].supervisorOnly
  return { F3: why, u: why, e: why }
}
const unread = (more: (language: Language) => Readonly<Record<string, string>>) => (language: Language) => {
  const why = one[language].notRead
  return { t: why, w: why, p: why, ...more(language) }
}

const places: ReadonlyArray<Place> = [
  {
    name: "a list that is being read",
    opening: { shut: true },
    keys: ["a"],
    shows: (language) => list[language].filter,
    reasons: listed("stillReading")
  },
  {
    name: "a list of nobody",
    opening: { accounts: [] },
    keys: ["a"],
    shows: (language) => list[language].none,
    reasons: listed("nothingHere")
  },
  {
    name: "a filter that finds nobody",
    keys: [":", "accounts nobody", "Enter"],
    shows: (language) => list[language].none,
    reasons: (language) => {
      const { nothingHere: why, nothingMarked } = list[language]
      return { Enter: why, Space: why, s: why, x: why, n: why, N: why, U: nothingMarked }
    }
  },
  {
    name: "a list with nothing marked",
    keys: ["a"],
    shows: (language) => list[language].selected,
    reasons: (language) => {
      const why = list[language].nothingMarked
      return { n: why, N: why, U: why }
    }
  },
  {
    name: "an account that is being read",
    opening: { shut: true },
    keys: toAccount("sh77"),
    shows: (language) => terminalWords[language].processing,
    reasons: unread((language) => {
      const why = one[language].notRead
      return { F3: why, u: why, e: why, c: why }
    })
  },
  {
    name: "an account that is not there, for a clerk",
    opening: { as: "staff:li/clerk" },
    keys: toAccount("nobody"),
    shows: () => "\n! ",
    reasons: unread((language) => ({ ...notSupervisor(language), c: one[language].notRead }))
  },
  {
    name: "an account that is not locked",
    keys: toAccount("sh77"),
    shows: latest,
    reasons: (language) => ({ u: one[language].notLocked })
  },
  ...(["viewer", "clerk"] as const).map((role) => ({
    name: `an account before a ${role}`,
    opening: { as: `staff:li/${role}` },
    keys: toAccount("sh77"),
    shows: latest,
    reasons: notSupervisor
  })),
  { name: "one's own account", opening: { as: "sh77" }, keys: ["d"], shows: latest, reasons: notSupervisor },
  {
    name: "an account that is read aloud",
    opening: { screenReader: true },
    keys: toAccount("sh77"),
    shows: latest,
    reasons: (language) => ({ F3: one[language].noScreenReader, u: one[language].notLocked })
  },
  {
    name: "an account where nobody can ask who it is",
    opening: { mocked: false },
    keys: toAccount("sh77"),
    shows: latest,
    reasons: (language) => ({ F3: one[language].noGate, u: one[language].notLocked })
  },
  {
    name: "a correction that was not looked at first",
    keys: [...toAccount("sh77"), "wait", "e"],
    shows: (language) => one[language].evidence,
    reasons: (language) => ({ "Ctrl-s": one[language].previewFirst })
  }
]

let screen: OpenScreen
let told = 0
afterEach(() => screen.close())
afterAll(() => console.log(`T8: ${told} keys that do nothing say why, in ${places.length} places and two languages`))

/** Every key that the help of this place has in brackets. */
const inBrackets = async (inForm: boolean): Promise<ReadonlyArray<string>> => {
  const help = inForm ? "F1" : "?"
  await screen.press(help)
  await screen.until(/通用|Everywhere|everywhere/)
  const keys = [...screen.text().matchAll(/ (\S+) {2,}\(.+\) (?:现在不能|not now): \S/g)].map(([, key = ""]) => key)
  await screen.press(help)
  await screen.until(() => !/通用|Everywhere|everywhere/.test(screen.text()))
  return keys
}

const statusLine = () => screen.text().split("\n").at(-2) ?? ""

describe.each(languages)("T8: a key that does nothing now says why (%s)", (language) => {
  it.each(places)("T8: $name", async ({ opening = {}, keys, shows, reasons }) => {
    screen = await openScreen({
      accounts: [accountOf("sh77", "shanghai")],
      as: "staff:li/supervisor",
      language,
      columns: 200,
      rows: 44,
      ...opening
    })
    await screen.until(/帮助|help/)
    for (const key of keys) {
      if (key === "wait") await screen.until(latest(language))
      else if (key.includes(" ")) screen.type(key)
      else await screen.press(key)
    }
    await screen.until(shows(language))
    const wanted = reasons(language)
    const inForm = "Ctrl-s" in wanted
    // Where it is read aloud the help is made of the same actions, one after the other.
    if (opening.screenReader !== true)
      expect([...(await inBrackets(inForm))].sort()).toEqual(Object.keys(wanted).sort())
    for (const [key, reason] of Object.entries(wanted)) {
      // Something else stands there before, so that it is this key that says it.
      if (!inForm) {
        await screen.press("Y")
        await screen.until(() => statusLine().includes("Y"))
      }
      await screen.press(key)
      await screen.until(() => statusLine().endsWith(`: ${reason}`))
      expect(statusLine()).toMatch(language === "zh" ? /^! 不能/ : /^! Cannot /)
      expect([statusLine(), widthOf(statusLine()) <= 79]).toEqual([statusLine(), true])
      told++
    }
    screen.resize({ columns: 80, rows: 24 })
  })
})
