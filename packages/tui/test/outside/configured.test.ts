import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { EnterpriseRegistry, IdCardVerifier } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import { Effect, Either, Exit, Layer, Logger, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import { type Configuration, configurablePorts, read } from "../../src/outside/Configuration.js"
import { layerOf } from "../../src/outside/configured.js"
import { Outside } from "../../src/outside/Outside.js"
import { wordsIn } from "../../src/text/Words.js"
import { folder, root } from "../cli/single-window.js"
import { secrets, type Town, town } from "./town.js"

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
let all: Town
beforeAll(async () => {
  all = await Effect.runPromise(Scope.extend(town, scope))
}, 30_000)
afterAll(async () => {
  await Effect.runPromise(Scope.close(scope, Exit.void))
  remove()
})

const words = wordsIn.en
const configuration = (verifiers: object, environment: Record<string, string> = secrets): Configuration =>
  Either.getOrThrow(read({ verifiers }, { folder: here, words: words.outside, environment }))

const run = <A, E>(story: Effect.Effect<A, E, EnterpriseRegistry | IdCardVerifier | Outside>, verifiers: object) =>
  Effect.runPromise(
    story.pipe(
      Effect.provide(layerOf(configuration(verifiers), { words } as Parameters<typeof layerOf>[1])),
      Effect.provide(Logger.remove(Logger.defaultLogger))
    )
  )

const question = Personas.registryQuestion("tongda")
const card = Personas.idCardElements("zhangWei")

describe("sources by configuration", () => {
  it("keep to the limit, and say when to come again without asking", async () => {
    const registry = { source: "alibaba-cloud", endpoint: all.alibaba.url, limit: { questions: 2, seconds: 60 } }
    const story = Effect.gen(function* () {
      const { check } = yield* EnterpriseRegistry
      const before = (yield* all.alibaba.received).length
      const answers = yield* Effect.forEach([1, 2, 3], () => Effect.merge(check(question)))
      return { answers, asked: (yield* all.alibaba.received).length - before }
    })
    const { answers, asked } = await run(story, { registry })
    expect(answers).toMatchObject([
      { _tag: "Match" },
      { _tag: "Match" },
      { _tag: "Limited", until: expect.any(Number) }
    ])
    expect(asked).toBe(2)
  })

  it("are asked in turn: the second when the first cannot be asked, and never after a no", async () => {
    const sources = [
      { source: "tencent-cloud", endpoint: all.tencent.url, limit: { questions: 1, seconds: 60 } },
      { source: "alibaba-cloud", endpoint: all.alibaba.url }
    ]
    const story = Effect.gen(function* () {
      const { verify } = yield* IdCardVerifier
      const heard = Effect.map(all.alibaba.received, ({ length }) => length)
      const before = yield* heard
      const no = yield* Effect.merge(verify({ ...card, validFrom: "20010101" }))
      const afterNo = yield* heard
      // The first one's allowance is used up now.
      const yes = yield* Effect.merge(verify(card))
      return { no, yes, asked: [afterNo - before, (yield* heard) - afterNo] }
    })
    expect(await run(story, { "id-card": sources })).toMatchObject({
      no: { _tag: expect.stringMatching(/^Mismatch/) },
      yes: { _tag: "Match" },
      asked: [0, 1]
    })
  })

  it("say which ports they fill; nobody answers for the others", async () => {
    const story = Effect.gen(function* () {
      const { configured, mock } = yield* Outside
      const refused = yield* Effect.flip((yield* IdCardVerifier).verify(card))
      return { ports: [...configured], mock, refused }
    })
    expect(await run(story, { registry: { source: "alibaba-cloud", endpoint: all.alibaba.url } })).toMatchObject({
      ports: ["registry"],
      mock: undefined,
      refused: { _tag: "Unavailable", port: "id-card", detail: "no verifier is configured" }
    })
  })

  it("take a secret from the environment or from a file, and not from both", async () => {
    const file = join(here, "key")
    writeFileSync(file, secrets.ALIBABA_CLOUD_ACCESS_KEY_SECRET, { mode: 0o600 })
    const { ALIBABA_CLOUD_ACCESS_KEY_SECRET: _, ...rest } = secrets
    const registry = { source: "alibaba-cloud", endpoint: all.alibaba.url }
    const begun = (environment: Record<string, string>) =>
      Effect.runPromise(
        Effect.either(
          Effect.scoped(
            Layer.build(layerOf(configuration({ registry }, environment), { words } as Parameters<typeof layerOf>[1]))
          )
        ).pipe(Effect.map(Either.match({ onLeft: ({ message }) => message, onRight: () => "begun" })))
      )
    expect(await begun({ ...rest, ALIBABA_CLOUD_ACCESS_KEY_SECRET_FILE: file })).toBe("begun")
    expect(await begun(rest)).toContain("ALIBABA_CLOUD_ACCESS_KEY_SECRET (or a file")
    expect(await begun({ ...secrets, ALIBABA_CLOUD_ACCESS_KEY_SECRET_FILE: file })).toContain("cannot both be given")
  })
})

describe("docs/going-live.md", () => {
  const page = readFileSync(join(root, "docs/going-live.md"), "utf8")

  it("shows a configuration that can be read, with every port in it", () => {
    const [, yaml = ""] = /```yaml\n([^`]+)```/.exec(page) ?? []
    mkdirSync(join(here, "keys"), { recursive: true })
    const found = Either.getOrThrow(read(parse(yaml), { folder: here, words: words.outside, environment: {} }))
    expect(configurablePorts.filter((port) => found[port].length === 0)).toEqual([])
    expect(found["id-card"]).toHaveLength(2)
  })

  it("names every source and every field that a vendor in the cloud takes", () => {
    const said = (given: object) =>
      Either.match(read({ verifiers: given }, { folder: here, words: words.outside, environment: {} }), {
        onLeft: ({ why }) => /there are ([^)]*)\)/.exec(why)?.[1]?.split(", ") ?? [],
        onRight: () => []
      })
    for (const port of configurablePorts)
      for (const source of said({ [port]: { source: "?" } })) expect(page, source).toContain(`\`${source}\``)
    const fields = said({ "id-card": { source: "tencent-cloud", "?": 1 } })
    expect(fields).toContain("limit")
    for (const field of fields.filter((name) => name !== "source")) expect(page, field).toContain(`\`${field}\``)
  })
})
