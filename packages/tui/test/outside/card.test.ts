import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Personas } from "@single-window/testkit"
import {
  holdService,
  missingHere,
  type Service,
  start,
  type VirtualCard
} from "@single-window/testkit/wire/virtual-card"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { type Ended, folder, jsonOf, root, singleWindow } from "../cli/single-window.js"
import { cards, migrated, secrets, town, verifiersOf } from "./town.js"

const why = await missingHere(join(root, "packages/adapters/package.json"))
if (why !== undefined) console.warn(`SKIPPED: no card certifies through the command line: ${why}`)

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
let service: Service | undefined
let verifiers: Record<string, unknown> = {}
let desk: VirtualCard["Type"]
let second: VirtualCard["Type"]

const people = { ciq_td_01: "yangFan", ciq_td_02: "zhangWei", ciq_td_03: "linYong" } as const
type Username = keyof typeof people

const cardOf = (key: string) => cards[key] ?? expect.unreachable(`no card ${key}`)
const card = cardOf("tongdaLegalPerson")
const env = {
  ...secrets,
  SINGLE_WINDOW_DB: `sqlite:${join(here, "real.db")}`,
  LANG: "en_US.UTF-8"
}

/** A configuration that names the card's reader. */
const configured = (name: string, change: object): string => {
  const path = join(here, name)
  const { card: client, ...others } = verifiers
  const { issuerFiles, kindBy } = client as { issuerFiles: unknown; kindBy: unknown }
  writeFileSync(
    path,
    JSON.stringify({
      verifiers: { ...others, card: { source: "pcsc-card", issuerFiles, kindBy, deadlineSeconds: 30, ...change } }
    })
  )
  return path
}

beforeAll(async () => {
  if (why !== undefined) return
  Object.assign(process.env, secrets)
  service = await holdService()
  const [first, other] = service.slots
  const opened = Effect.all([start({ port: first.port }), start({ port: other.port }), town])
  const [one, two, all] = await Effect.runPromise(Scope.extend(opened, scope))
  ;[desk, second] = [one, two]
  verifiers = verifiersOf(all, here, "http://127.0.0.1:61280/bank-return")
  const rows = join(here, "rows.ndjson")
  writeFileSync(rows, migrated(people))
  expect(jsonOf(await singleWindow(["import", rows, "--json"], { env }))).toMatchObject({ imported: 3 })
}, 150_000)
afterAll(async () => {
  for (const name of Object.keys(secrets)) delete process.env[name]
  await Effect.runPromise(Scope.close(scope, Exit.void))
  await service?.letGo()
  remove()
})

/** The binary, as a person runs it; or the same without a process of its own, where only the words differ. */
type Runs = (args: ReadonlyArray<string>, environment: Record<string, string>) => Promise<Ended>
const asBinary: Runs = (args, environment) => singleWindow(args, { env: environment })

const run = (config: string, args: ReadonlyArray<string>, runs: Runs = inProcess) =>
  runs([...args, "--json"], { ...env, SINGLE_WINDOW_CONFIG: config })
const does = async (config: string, as: Username, command: string, input: object, runs?: Runs) => {
  const ended = await run(config, ["do", command, "--as", as, "--input", JSON.stringify(input)], runs)
  return { ...ended, json: jsonOf(ended) }
}
const present = async (config: string, as: Username, pin: string, runs?: Runs) => {
  const { json, status, stderr } = await does(config, as, "PresentCard", { pin }, runs)
  const { ok, refused } = json as { ok?: object; refused?: { tag: string } }
  return { status, answer: ok === undefined ? refused?.tag : "ok", refused, stderr }
}
const accountOf = async (config: string, username: Username) => jsonOf(await run(config, ["account", username]))
const seen = <A>(effect: Effect.Effect<A>) => Effect.runPromise(effect)

describe.skipIf(why !== undefined)("a card over PC/SC, through the command line (R-40 to R-44)", () => {
  it("is examined by doctor, and certifies from the first word to the last; one PIN is sent for one entry", async () => {
    const config = configured("named.json", { reader: service?.slots[0].reader })
    const examined = await run(config, ["doctor"])
    expect(examined.stdout).toMatch(/"card-control","status":"ok".*"card-reader","status":"ok"/s)
    const as = "ciq_td_02"
    expect((await does(config, as, "StartCertification", { method: "ic-card" }, asBinary)).status).toBe(0)
    expect(await present(config, as, card.pin, asBinary)).toMatchObject({ status: 1, answer: "CardMissing" })
    await seen(desk.insert(card))
    expect(await seen(desk.pinsEntered)).toBe(0)
    const wrong = await present(config, as, "00000000", asBinary)
    expect(wrong).toMatchObject({ status: 1, answer: "CardPinWrong", refused: { facts: { attemptsLeft: 2 } } })
    expect(await present(config, as, card.pin, asBinary)).toMatchObject({ status: 0, answer: "ok" })
    expect(await seen(desk.pinsEntered)).toBe(2)
    const { document, name, validity } = Personas.holderOf("zhangWei")
    const done = await does(config, as, "ProvideHolderIdentity", { name, document, validity }, asBinary)
    expect(done.json).toMatchObject({ ok: { step: "done", level: "high" } })
    expect(await accountOf(config, as)).toMatchObject({ level: "high", certification: { methods: ["ic-card"] } })
  }, 120_000)

  it("is locked by as many wrong PINs as were entered, and by no other; the last only by who allows it", async () => {
    const { reader } = service?.slots[0] ?? {}
    const [asking, allowing] = [
      configured("ask.json", { reader }),
      configured("allow.json", { reader, lastTry: "allow" })
    ]
    const as = "ciq_td_01"
    const operators = cardOf("tongdaOperator")
    await seen(desk.insert(operators))
    await does(asking, as, "StartCertification", { method: "ic-card" })
    const before = await seen(desk.pinsEntered)
    const sent = async () => (await seen(desk.pinsEntered)) - before
    const table = [
      [asking, "00000001", "CardPinWrong", 1, 2],
      [asking, "00000002", "CardPinWrong", 2, 1],
      // Nobody in this process was told that it is the last: it is told now, and nothing is sent.
      [asking, "00000003", "CardPinWrong", 2, 1],
      [allowing, "00000003", "CardPinLocked", 3, 0],
      [allowing, operators.pin, "CardPinLocked", 3, 0]
    ] as const
    for (const [config, pin, tag, pins, left] of table) {
      expect(await present(config, as, pin), pin).toMatchObject({ status: 1, answer: tag })
      expect([await sent(), await seen(desk.triesLeft(operators))], pin).toEqual([pins, left])
    }
    expect(await accountOf(asking, as)).toMatchObject({ level: "none", certification: { enterprise: "none" } })
  }, 120_000)

  it("is missing when it is pulled at any of its commands: nothing changes, and it certifies when it is back", async () => {
    const as = "ciq_td_03"
    const lanes = ([desk, second] as const).map((slot, at) => ({
      slot,
      config: configured(`lane${at}.json`, { reader: service?.slots[at as 0 | 1].reader }),
      ready: seen(slot.insert(card))
    }))
    const [first, other] = lanes
    if (first === undefined || other === undefined) return expect.unreachable()
    await does(first.config, as, "StartCertification", { method: "ic-card" })
    const stood = await accountOf(first.config, as)
    for (let command = 1; command <= 8; command++) {
      // While a card is put back into one reader, it is pulled out of the other.
      const lane = command % 2 === 1 ? first : other
      await lane.ready
      await seen(lane.slot.pullAt(command))
      const { answer, stderr } = await present(lane.config, as, card.pin)
      expect(`${command} ${answer}`, stderr).toBe(`${command} CardMissing`)
      lane.ready = seen(lane.slot.insert(card))
    }
    await Promise.all(lanes.map(({ ready }) => ready))
    expect(await accountOf(first.config, as)).toEqual(stood)
    expect(await present(other.config, as, card.pin)).toMatchObject({ answer: "ok" })
    for (const { slot } of lanes) expect(await seen(slot.triesLeft(card))).toBe(3)
  }, 120_000)
})
