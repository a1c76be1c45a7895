import { assert, describe, it } from "@effect/vitest"
import {
  Actor,
  type CommandName,
  commandNames,
  type QueryName,
  queryNames,
  type Refusal,
  SingleWindow,
  Store
} from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { inputs, questions } from "./everyInput.js"
import {
  type ActorName,
  actors,
  type Letter,
  letters,
  permissionTable,
  type Relation,
  relations
} from "./permissionTable.js"
import { journalLength, kept, morning, outcome, password, story, tagOf, tongda, xinghai } from "./twoEnterprises.js"

type Name = CommandName | QueryName
const isCommand = (name: Name): name is CommandName => (commandNames as ReadonlyArray<string>).includes(name)

const own: Readonly<Record<ActorName, string | undefined>> = {
  anonymous: undefined,
  initial: "ciq_td_04",
  personal: "ciq_td_01",
  operator: "tdoper01",
  administrator: "tdmanager",
  "by-legal-person-card": "ciq_td_01",
  "by-other-legal-person-card": "ciq_td_01",
  "administrator-by-other-legal-person-card": "tdmanager",
  "by-operator-card": "ciq_td_01",
  "administrator-by-operator-card": "tdmanager",
  "administrator-by-unknown-card": "tdmanager",
  card: undefined,
  ended: "ciq_td_01",
  viewer: undefined,
  clerk: undefined,
  supervisor: undefined,
  system: undefined
}

/** By relation: a live account, and one that was deleted, since only such a one can be restored. */
const targets = {
  same: { live: "ciq_td_02", deleted: "ciq_td_12" },
  other: { live: "ciq_xh_01", deleted: "ciq_xh_12" },
  differing: { live: "ciq_td_03", deleted: "ciq_td_13" }
}

/** Everybody that the table needs, and the deleted ones. */
const setting = Effect.gen(function* () {
  const renamed = { ...tongda, name: "北京示例通达商贸有限公司" }
  const holder = (key: Parameters<typeof Personas.holderOf>[0]) => Personas.holderOf(key)
  const more: ReadonlyArray<World.Seed> = [
    { username: "ciq_td_03", enterprise: renamed, holder: holder("chenJing"), password },
    { username: "ciq_td_04", enterprise: tongda, holder: holder("gaoXin"), password, mustChangePassword: true },
    { username: "ciq_td_12", enterprise: tongda, holder: holder("heFang"), password },
    { username: "ciq_td_13", enterprise: renamed, holder: holder("huYan"), password },
    { username: "ciq_xh_12", enterprise: xinghai, holder: holder("heFang"), password }
  ]
  for (const seed of more) yield* World.seed({ source: "ciq", ...seed })
  const store = yield* Store
  for (const { deleted } of Object.values(targets)) {
    const change = { before: yield* store.byUsername(deleted), events: [{ _tag: "AccountDeleted" } as const] }
    yield* store.commit({ changes: [change], at: morning, actor: "system:test" })
  }
  // Whoever comes by card comes by the one that the account is bound to.
  for (const username of new Set(Object.entries(own).flatMap(([actor, name]) => (/by-/.test(actor) ? [name] : [])))) {
    const before = username === undefined ? undefined : yield* store.byUsername(username)
    const bound = { _tag: "CardBound", cardNumber: `JJ-${username}`, kind: "unknown" } as const
    if (before !== undefined)
      yield* store.commit({ changes: [{ before, events: [bound] }], at: morning, actor: "system:test" })
  }
})

const actorOf = (name: ActorName) =>
  Effect.gen(function* () {
    const username = own[name]
    const account = username === undefined ? undefined : yield* kept(username)
    const holder = (entrance: "password" | "legal-person" | "operator" | "unknown", organizationCode?: string) =>
      Actor.AccountHolder({
        account: account?.id ?? "",
        epoch: account?.logIn.epoch ?? 0,
        entrance,
        ...(organizationCode === undefined ? {} : { organizationCode, cardNumber: `JJ-${username}` })
      })
    switch (name) {
      case "anonymous":
        return Actor.Anonymous()
      case "by-legal-person-card":
        return holder("legal-person", tongda.organizationCode)
      case "by-other-legal-person-card":
      case "administrator-by-other-legal-person-card":
        return holder("legal-person", xinghai.organizationCode)
      case "by-operator-card":
      case "administrator-by-operator-card":
        return holder("operator", tongda.organizationCode)
      case "administrator-by-unknown-card":
        return holder("unknown", tongda.organizationCode)
      case "card":
        return Actor.LegalPersonCard({ cardNumber: "JJ99990000001", organizationCode: tongda.organizationCode })
      case "ended":
        return Actor.AccountHolder({ account: account?.id ?? "", epoch: -1, entrance: "password" })
      case "viewer":
      case "clerk":
      case "supervisor":
        return Actor.Staff({ name: "ming", role: name })
      case "system":
        return Actor.System({ name: "test" })
      default:
        return holder("password")
    }
  })

interface Cell {
  readonly name: Name
  readonly actor: ActorName
  readonly relation: Relation | undefined
  readonly letter: Letter
}

const cells: ReadonlyArray<Cell> = [...commandNames, ...queryNames].flatMap((name) =>
  actors.flatMap((actor): ReadonlyArray<Cell> => {
    const row = permissionTable[name][actor]
    if (row.length === 1) return [{ name, actor, relation: undefined, letter: row as Letter }]
    return relations.flatMap((relation, index) => {
      const letter = row[index] as Letter | "."
      return letter === "." ? [] : [{ name, actor, relation, letter }]
    })
  })
)

const accountOf = ({ name, actor, relation }: Cell, missing = false): string | undefined => {
  if (relation === undefined) return undefined
  if (missing) return "nobody99"
  if (relation === "own") return own[actor]
  return targets[relation][name === "RestoreOperator" ? "deleted" : "live"]
}

type Knock = (actor: Actor, account: string | undefined) => Effect.Effect<unknown, Refusal, SingleWindow>

/** Knocks with the right input; `really` does what the door lets in, otherwise it is only rehearsed. */
const knocking =
  (name: Name, really: boolean): Knock =>
  (actor, account) =>
    Effect.flatMap(SingleWindow, (door) => {
      const envelope = { reason: "call 17", ...(account === undefined ? {} : { account }) }
      if (!isCommand(name)) return door.ask(actor, name, questions[name], envelope)
      const input = inputs[name](account ?? "ciq_td_02") as never
      return really ? door.execute(actor, name, input, envelope) : door.rehearse(actor, name, input, envelope)
    })

const gates: ReadonlyArray<string> = Object.values(letters)

/** What came of it, as a letter of the table. */
const letterOf = (tag: string): Letter => {
  const found = (Object.keys(letters) as ReadonlyArray<Letter>).find((letter) => letters[letter] === tag)
  return found ?? "+"
}

describe("who may do what (G1)", () => {
  it("every command and every query has its row, and nothing else has one", () => {
    assert.sameMembers(Object.keys(permissionTable), [...commandNames, ...queryNames])
    for (const row of Object.values(permissionTable)) {
      assert.sameMembers(Object.keys(row), [...actors])
      for (const cell of Object.values(row)) assert.match(cell, /^([+n?pcda]|[+n?pcda.]{4})$/)
    }
    assert.isAbove(cells.length, 1000)
  })

  it.effect("every cell of the table, as rehearsed", () =>
    story(
      Effect.gen(function* () {
        yield* setting
        const before = yield* journalLength
        const wrong: Array<string> = []
        for (const cell of cells) {
          const tag = yield* tagOf(knocking(cell.name, false)(yield* actorOf(cell.actor), accountOf(cell)))
          if (letterOf(tag) !== cell.letter) {
            wrong.push(`${cell.name} by ${cell.actor} on ${cell.relation}: ${tag}, not ${letters[cell.letter]}`)
          }
        }
        assert.deepStrictEqual(wrong, [])
        assert.strictEqual(yield* journalLength, before)
      })
    )
  )

  it.effect("every cell that is refused, in earnest: nothing is written", () =>
    story(
      Effect.gen(function* () {
        yield* setting
        const before = yield* journalLength
        for (const cell of cells.filter(({ letter }) => letter !== "+")) {
          const tag = yield* tagOf(knocking(cell.name, true)(yield* actorOf(cell.actor), accountOf(cell)))
          assert.strictEqual(tag, letters[cell.letter], `${cell.name} by ${cell.actor} on ${cell.relation}`)
        }
        assert.strictEqual(yield* journalLength, before)
      })
    )
  )

  it.effect("another enterprise's account is answered exactly like one that does not exist (I-9)", () =>
    story(
      Effect.gen(function* () {
        yield* setting
        let compared = 0
        for (const cell of cells.filter(({ relation, letter }) => relation === "other" && letter !== "+")) {
          const actor = yield* actorOf(cell.actor)
          const there = yield* outcome(knocking(cell.name, true)(actor, accountOf(cell)))
          const missing = yield* outcome(knocking(cell.name, true)(actor, accountOf(cell, true)))
          assert.deepStrictEqual(there, missing, `${cell.name} by ${cell.actor}`)
          compared++
        }
        assert.isAbove(compared, 200)
      })
    )
  )

  it.effect.prop(
    "and a cell that lets in does so in earnest",
    [fc.constantFrom(...cells.filter(({ letter }) => letter === "+"))],
    ([cell]) =>
      story(
        Effect.gen(function* () {
          yield* setting
          const tag = yield* tagOf(knocking(cell.name, true)(yield* actorOf(cell.actor), accountOf(cell)))
          assert.notInclude(gates, tag)
        })
      ),
    { fastCheck: { numRuns: 25 } }
  )

  it("a gate that no row names would go unnoticed", () => {
    assert.strictEqual(new Set(gates).size, gates.length)
    for (const letter of Object.keys(letters))
      assert.isTrue(
        cells.some((cell) => cell.letter === letter),
        letter
      )
  })
})
