import { assert, describe, it } from "@effect/vitest"
import {
  Actor,
  type CommandName,
  commandNames,
  decodeCommandName,
  decodeInput,
  refusalSentence,
  registry,
  SingleWindow
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import * as fc from "fast-check"
import { inputs } from "./everyInput.js"
import { as, journalLength, outcome, story, supervisor, tagOf } from "./twoEnterprises.js"

const command = fc.constantFrom(...commandNames)
const canary = "canary7F3A"

/** The fields of a command, by the path that a refusal names. */
const fieldsOf = (ast: AST.AST): ReadonlyArray<{ readonly name: string; readonly optional: boolean }> => {
  if (AST.isTransformation(ast)) return fieldsOf(ast.from)
  return AST.isTypeLiteral(ast)
    ? ast.propertySignatures.map(({ name, isOptional }) => ({ name: String(name), optional: isOptional }))
    : []
}
const fields = (name: CommandName) => fieldsOf((registry[name].input as Schema.Schema.AnyNoContext).ast)
const withFields = commandNames.filter((name) => fields(name).length > 0)

const hostileKey = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  `${canary}110101199003070011`,
  "\u001b]0;owned\u0007",
  "角色",
  ""
)
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(fc.oneof(hostileKey, fc.string()), fc.jsonValue({ maxDepth: 1 })),
  fc.constantFrom(null, [], "", 0, -0, Number.MAX_VALUE, true, "\ud800", "\u0000", "a".repeat(10_000))
)

/** A right input with one field replaced by anything. */
const spoilt = fc
  .constantFrom(...withFields)
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...fields(name).map((field) => field.name)), json))

describe("whatever comes in as JSON", () => {
  it("never throws: it is an input of that command, or a refusal that names a field of ours and no value", () => {
    fc.assert(
      fc.property(command, json, (name, given) => {
        const decoded = decodeInput(name, given)
        if (Either.isRight(decoded)) return
        const { field, problem } = decoded.left
        assert.match(field, /^[A-Za-z]+(\.[A-Za-z0-9]+)*$/)
        assert.match(problem, /^[a-z][a-z-]*$/)
      }),
      { numRuns: 1000 }
    )
  })

  it("a single field that is wrong is the one that is named", () => {
    fc.assert(
      fc.property(spoilt, ([name, field, value]) => {
        const given = { ...(inputs[name]("ciq_td_01") as object), [field]: value }
        const decoded = decodeInput(name, given)
        if (Either.isLeft(decoded)) assert.strictEqual(decoded.left.field.split(".")[0], field)
      }),
      { numRuns: 1000 }
    )
  })

  it.each(withFields)("%s: a field that is missing is named as missing", (name) => {
    for (const { name: field, optional } of fields(name)) {
      const given = { ...(inputs[name]("ciq_td_01") as Record<string, unknown>) }
      delete given[field]
      const decoded = decodeInput(name, given)
      if (optional) assert.isTrue(Either.isRight(decoded), field)
      else assert.deepInclude(Either.isLeft(decoded) ? decoded.left : {}, { field, problem: "missing" })
    }
  })

  it.each(commandNames)("%s: a field more is one too many, whatever it is called (G3)", (name) => {
    for (const extra of ["role", "level", "epoch", "__proto__", "constructor", "passwordHash"]) {
      const given = JSON.parse(`{"${extra}": "administrator"}`) as Record<string, unknown>
      for (const [key, value] of Object.entries(inputs[name]("ciq_td_01"))) given[key] = value
      const decoded = decodeInput(name, given)
      assert.isTrue(Either.isLeft(decoded), extra)
      if (Either.isLeft(decoded)) assert.strictEqual(decoded.left.problem, "unknown-field")
    }
  })

  it("a key that somebody made up is repeated only when it could be a field's name", () => {
    for (const [key, field] of [
      ["nam", "nam"],
      [`${canary}110101199003070011`, "with"],
      ["\u001b]0;owned\u0007", "with"],
      ["a".repeat(100), "with"],
      ["__proto__", "with"]
    ] as const) {
      const decoded = decodeInput(
        "EditHolder",
        JSON.parse(JSON.stringify({ x: 1 }).replace('"x"', JSON.stringify(key)))
      )
      assert.deepInclude(Either.isLeft(decoded) ? decoded.left : {}, { field, problem: "unknown-field" })
    }
    const inside = decodeInput("EditHolder", { document: { type: "passport", number: "E1", [canary]: 1 } })
    assert.deepInclude(Either.isLeft(inside) ? inside.left : {}, { field: "document", problem: "unknown-field" })
  })

  it("a command that does not exist is none, whatever objects happen to have by that name", () => {
    fc.assert(
      fc.property(fc.oneof(hostileKey, fc.string()), (name) => {
        const decoded = decodeCommandName(name)
        assert.deepInclude(Either.isLeft(decoded) ? decoded.left : {}, { field: "do", problem: "unknown" })
      }),
      { numRuns: 200 }
    )
  })

  it("is read in a time that grows with its length and no faster", () => {
    const long = "9".repeat(200_000)
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown
    const parameters = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`p${index}`, "x"]))
    const began = performance.now()
    for (const name of withFields) {
      for (const { name: field } of fields(name)) {
        for (const value of [long, deep]) {
          decodeInput(name, { ...(inputs[name]("ciq_td_01") as object), [field]: value })
        }
      }
    }
    assert.isTrue(Either.isLeft(decodeInput("CompleteBankUkey", { parameters })))
    assert.isTrue(Either.isLeft(decodeInput("CompleteBankUkey", { parameters: { a: long } })))
    assert.isBelow(performance.now() - began, 5000)
  })
})

describe("text that is kept", () => {
  const texts = ["\u0000", "\ud800", "\udfff", "\u001b[2J", "\u0085", "a\nb"]
  it.each(withFields)("%s refuses control characters and halves of characters in every text field", (name) => {
    const secret = ["password", "current", "next", "pin", "code", "captcha", "parameters", "rows"]
    for (const { name: field } of fields(name).filter((each) => !secret.includes(each.name))) {
      const right = (inputs[name]("ciq_td_01") as Record<string, unknown>)[field]
      if (typeof right !== "string") continue
      for (const text of texts) {
        const decoded = decodeInput(name, { ...inputs[name]("ciq_td_01"), [field]: `${right}${text}` })
        assert.isTrue(Either.isLeft(decoded), `${field} ${JSON.stringify(text)}`)
      }
    }
  })
})

describe("at the front door", () => {
  it.effect.prop(
    "random JSON under a right or wrong name gets a typed refusal, and nothing is written",
    [fc.array(fc.tuple(fc.oneof(command, hostileKey), json), { minLength: 20, maxLength: 20 })],
    ([knocks]) =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const before = yield* journalLength
          let done = 0
          const actors = [Actor.Anonymous(), yield* as("ciq_td_01"), yield* as("tdmanager"), supervisor]
          for (const [index, [name, given]] of knocks.entries()) {
            const actor = actors[index % actors.length] ?? Actor.Anonymous()
            // Commands without fields do what they say when {} comes in.
            if (typeof given === "object" && given !== null && Object.keys(given).length === 0) continue
            const answer = yield* outcome(door.executeJson(actor, name, given, { reason: "call 17" }))
            if ("ok" in answer) done++
            assert.notInclude(JSON.stringify(answer), canary)
          }
          if (done === 0) assert.strictEqual(yield* journalLength, before)
        }),
        { there: ["zhang", "manager"] }
      ),
    { fastCheck: { numRuns: 10 } }
  )

  it.effect("every answer is JSON: what goes over a wire comes out the same", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const holder = yield* as("ciq_td_01")
        const manager = yield* as("tdmanager")
        let answered = 0
        for (const actor of [Actor.Anonymous(), holder, manager, supervisor, Actor.System({ name: "test" })]) {
          for (const name of commandNames) {
            const envelope = { account: "ciq_td_01", reason: "call 17" }
            const input = JSON.parse(JSON.stringify(inputs[name]("ciq_td_02"))) as unknown
            const dry = yield* outcome(door.rehearseJson(actor, name, input, envelope))
            assert.deepStrictEqual<unknown>(JSON.parse(JSON.stringify(dry)), dry, name)
            const answer = yield* outcome(door.executeJson(actor, name, input, envelope))
            assert.deepStrictEqual<unknown>(JSON.parse(JSON.stringify(answer)), answer, name)
            if ("ok" in answer) answered++
          }
        }
        assert.isAbove(answered, 15)
      })
    )
  )

  it.effect("a sentence is made of every refusal without repeating what came in", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const holder = yield* as("ciq_td_01")
        for (const name of withFields) {
          for (const { name: field } of fields(name)) {
            const input = { ...(inputs[name]("ciq_td_01") as object), [field]: `${canary}\u0007` }
            const refused = yield* Effect.flip(door.executeJson(holder, name, input, { reason: "call 17" }))
            for (const language of ["zh", "en"] as const) {
              assert.notInclude(refusalSentence(refused, language), canary)
            }
          }
        }
      }),
      { there: ["zhang"] }
    )
  )

  it.effect("a rehearsal decodes the same way", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const holder = yield* as("ciq_td_01")
        assert.strictEqual(yield* tagOf(door.rehearseJson(holder, "EditHolder", { nam: "x" })), "FieldInvalid")
        assert.strictEqual(yield* tagOf(door.rehearseJson(holder, "constructor", {})), "FieldInvalid")
      }),
      { there: ["zhang"] }
    )
  )
})
