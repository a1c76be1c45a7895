import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { actingOf } from "../../src/commandLine/actor.js"
import { arrange } from "../../src/commandLine/arrange.js"
import { languageOf } from "../../src/commandLine/language.js"
import { nearest } from "../../src/commandLine/nearest.js"
import { databaseOf, settingsOf } from "../../src/commandLine/Settings.js"
import { wordsIn } from "../../src/text/Words.js"

const words = wordsIn.en

describe("global options", () => {
  const globals = fc.constantFrom(
    ["--json"],
    ["--db", "sqlite:x.db"],
    ["--key", "k"],
    ["--policy", "p.yaml"],
    ["--db=memory:"]
  )
  const own = fc.constantFrom("do", "EditEnterprise", "--as", "zhang", "--dry-run", "-x", "")

  it("go to the front wherever they stand, and the rest keeps its order", () => {
    fc.assert(
      fc.property(globals, fc.array(own), fc.nat({ max: 7 }), (option, rest, place) => {
        const at = Math.min(place, rest.length)
        const { argv, wrong } = arrange([...rest.slice(0, at), ...option, ...rest.slice(at)])
        const [name = "", value] = option[0]?.split("=") ?? []
        const front = value === undefined ? option : [name, value]
        expect(wrong).toBeUndefined()
        expect(argv).toEqual([...front, ...rest])
      })
    )
  })

  it("are not looked for behind --", () => {
    expect(arrange(["check", "username", "--", "--json"])).toMatchObject({
      argv: ["check", "username", "--", "--json"],
      json: false
    })
  })

  it("need a value, and only one", () => {
    expect(arrange(["accounts", "--db"]).wrong).toEqual({ option: "--db", problem: "no-value" })
    expect(arrange(["accounts", "--db", "--json"]).wrong).toEqual({ option: "--db", problem: "no-value" })
    expect(arrange(["--db", "a", "accounts", "--db=b"]).wrong).toEqual({ option: "--db", problem: "twice" })
  })
})

describe("the language", () => {
  it("is --lang, else the locale's, else Chinese", () => {
    expect(languageOf([], {})).toBe("zh")
    expect(languageOf([], { LANG: "en_US.UTF-8" })).toBe("en")
    expect(languageOf([], { LANG: "en" })).toBe("en")
    expect(languageOf([], { LANG: "zh_CN.UTF-8" })).toBe("zh")
    expect(languageOf([], { LANG: "C.UTF-8" })).toBe("zh")
    expect(languageOf([], { LANG: "enm_XX" })).toBe("zh")
    expect(languageOf([], { LANG: "zh_CN", LC_ALL: "en_GB" })).toBe("en")
    expect(languageOf([], { LANG: "en_US", LC_MESSAGES: "zh_CN" })).toBe("zh")
    expect(languageOf([], { LANG: "en_US", LC_ALL: "" })).toBe("en")
    expect(languageOf(["--lang", "zh"], { LANG: "en_US" })).toBe("zh")
    expect(languageOf(["check", "--lang=en"], { LANG: "zh_CN" })).toBe("en")
    expect(languageOf(["check", "--", "--lang=en"], {})).toBe("zh")
  })
})

describe("the database", () => {
  const kinds = (given: string) =>
    Either.match(databaseOf(given, words), { onLeft: ({ message }) => message, onRight: (found) => found })

  it("is a file or memory", () => {
    expect(kinds("sqlite:./a b.db")).toEqual({ kind: "sqlite", path: "./a b.db" })
    expect(kinds("sqlite:///tmp/a.db")).toEqual({ kind: "sqlite", path: "/tmp/a.db" })
    expect(kinds("a.db")).toEqual({ kind: "sqlite", path: "a.db" })
    expect(kinds("memory:")).toEqual({ kind: "memory" })
  })

  it("is a PostgreSQL database, whose password is not for anybody to see", () => {
    const found = kinds("postgres://sw:hunter2@db.example.cn:6432/window?password=hunter2&sslmode=verify-full")
    expect(found).toMatchObject({ kind: "postgres", place: "postgres://sw@db.example.cn:6432/window" })
    expect(JSON.stringify(found)).not.toContain("hunter2")
  })

  it("is nothing else", () => {
    for (const given of ["", "sqlite:", "sqlite::memory:", "mysql://x", "file:///x"])
      expect(kinds(given)).toBe(words.usage.database)
    for (const given of ["postgres:x", "postgresql://x", "postgres://u:hunter2@:x/y"])
      expect(kinds(given)).toBe(words.usage.postgres)
  })

  it("comes from the option, else the environment, else its own place", () => {
    const none = {
      json: false,
      db: Option.none(),
      key: Option.none(),
      policy: Option.none(),
      world: Option.none(),
      config: Option.none()
    }
    const of = (db: Option.Option<string>, environment: Record<string, string>) =>
      Either.getOrThrow(settingsOf({ ...none, db }, environment, "en", words)).database
    expect(of(Option.some("a.db"), { SINGLE_WINDOW_DB: "b.db" })).toEqual({ kind: "sqlite", path: "a.db" })
    expect(of(Option.none(), { SINGLE_WINDOW_DB: "b.db" })).toEqual({ kind: "sqlite", path: "b.db" })
    expect(of(Option.none(), { SINGLE_WINDOW_DB: "" })).toEqual({ kind: "sqlite", path: "./single-window.db" })
  })
})

describe("who acts", () => {
  const of = (given: string) =>
    Either.match(actingOf(given, words), { onLeft: () => "wrong", onRight: ({ _tag, ...rest }) => ({ _tag, ...rest }) })

  it("is told apart by its prefix; whatever has none is a user name", () => {
    expect(of("sg-wuliu.07")).toEqual({ _tag: "User", username: "sg-wuliu.07" })
    expect(of("@jinmen")).toEqual({ _tag: "User", username: "@jinmen" })
    expect(of("user:card")).toEqual({ _tag: "User", username: "card" })
    expect(of("staff:王")).toEqual({ _tag: "Staff", name: "王", role: undefined })
    expect(of("staff:li/supervisor")).toEqual({ _tag: "Staff", name: "li", role: "supervisor" })
    expect(of("system:nightly")).toEqual({ _tag: "System", name: "nightly" })
    expect(of("anonymous")).toEqual({ _tag: "Anonymous" })
    expect(of("card")).toEqual({ _tag: "Card", card: undefined })
    expect(of("card:key1")).toEqual({ _tag: "Card", card: "key1" })
  })

  it("cannot put just anything into the journal", () => {
    for (const given of [
      "",
      " ",
      "staff:",
      "staff:a/king",
      "staff:a b",
      "staff:a/b/c",
      "staff:\u001b[2J",
      "system:",
      "user:",
      "card:"
    ])
      expect(of(given)).toBe("wrong")
  })
})

it("the nearest name is offered only when it is near", () => {
  const names = ["EditEnterprise", "EditHolder", "LogIn"]
  expect(nearest("EditEnterprize", names)).toBe("EditEnterprise")
  expect(nearest("login", names)).toBe("LogIn")
  expect(nearest("Nothing", names)).toBeUndefined()
})
