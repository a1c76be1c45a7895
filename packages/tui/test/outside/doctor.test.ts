import { chmodSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { banks } from "@single-window/core"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, world } from "../cli/single-window.js"
import { cards, migrated, secrets, type Town, town, verifiersOf } from "./town.js"

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
let all: Town
let verifiers: Record<string, unknown> = {}
const db = join(here, "real.db")

const configFile = (name: string, data: object): string => {
  const path = join(here, name)
  writeFileSync(path, JSON.stringify({ verifiers: data }))
  return path
}

beforeAll(async () => {
  Object.assign(process.env, secrets)
  all = await Effect.runPromise(Scope.extend(town, scope))
  verifiers = verifiersOf(all, here, "http://127.0.0.1:61280/bank-return")
  const rows = join(here, "rows.ndjson")
  writeFileSync(rows, migrated({ ciq_td_01: "yangFan" }))
  expect(await inProcess(["import", rows, "--db", `sqlite:${db}`])).toMatchObject({ status: 0 })
}, 30_000)
afterAll(async () => {
  for (const name of Object.keys(secrets)) delete process.env[name]
  await Effect.runPromise(Scope.close(scope, Exit.void))
  remove()
})

interface Line {
  readonly check: string
  readonly status: string
  readonly message: string
}

const run = (args: ReadonlyArray<string>, environment: Record<string, string> = {}) =>
  inProcess([...args, "--db", `sqlite:${db}`], { LANG: "en_US.UTF-8", ...environment })

const doctor = async (config: string) => {
  const { status, stderr, stdout } = await run(["doctor", "--json", "--config", config])
  const lines = stdout.split("\n").filter((line) => line !== "")
  return { status, stderr, lines: lines.map((line): Line => JSON.parse(line)) }
}
const of = (lines: ReadonlyArray<Line>, check: string) => lines.filter((line) => line.check === check)
const statusOf = (lines: ReadonlyArray<Line>, check: string) => of(lines, check).map(({ status }) => status)

describe("doctor", () => {
  it("examines whoever is configured, and nobody hears of anybody", async () => {
    const before = [await Effect.runPromise(all.tencent.received), await Effect.runPromise(all.control.received)]
    await Effect.runPromise(all.control.remove)
    const { lines, status } = await doctor(configFile("whole.json", verifiers))
    expect(status, JSON.stringify(lines)).toBe(0)
    for (const check of ["configuration", "registry", "bank-card", "sms", "card-control", "card-reader"])
      expect(
        statusOf(lines, check).every((one) => one === "ok"),
        check
      ).toBe(true)
    expect(of(lines, "id-card").map(({ message }) => message.split(":")[0])).toEqual([
      "tencent-cloud",
      "tencent-cloud",
      "alibaba-cloud",
      "alibaba-cloud"
    ])
    // The played site's authority is no public one.
    expect(statusOf(lines, "bank-ukey")).toEqual(["ok", "ok", "ok", "warning", "warning", "warning"])
    expect(of(lines, "card-reader")[0]?.message).toContain("no card")
    const [tencent = [], control = []] = before
    const heard = (await Effect.runPromise(all.tencent.received)).slice(tencent.length)
    expect(heard.every(({ action, signed }) => action === "" && !signed)).toBe(true)
    const asked = (await Effect.runPromise(all.control.received)).slice(control.length)
    expect(asked.map(({ method }) => method)).not.toContain("SpcVerifyPIN")
  })

  it("says in its exit code and a line whom it could not ask, and goes on with the others", async () => {
    const card = cards.tongdaLegalPerson
    if (card !== undefined) await Effect.runPromise(all.control.insert(card))
    const { lines, status, stderr } = await doctor(
      configFile("broken.json", {
        ...verifiers,
        registry: { source: "alibaba-cloud", endpoint: "http://127.0.0.1:9" },
        sms: { source: "alibaba-cloud", endpoint: "http://relay.example", signName: "s", templateCode: "t" }
      })
    )
    expect(status).toBe(3)
    expect(stderr).toContain("registry, sms")
    expect(of(lines, "registry").at(-1)).toMatchObject({ status: "failed", message: expect.stringContaining("ECONN") })
    expect(of(lines, "sms")[0]?.message).toContain("neither https nor on loopback")
    expect(statusOf(lines, "card-reader")).toEqual(["ok"])
    expect(statusOf(lines, "id-card")).toEqual(["ok", "ok", "ok", "ok"])
  })

  it("names the secret that is missing, or open to others, and never shows one", async () => {
    delete process.env.TENCENTCLOUD_SECRET_KEY
    const file = join(here, "secret")
    try {
      const config = configFile("one.json", { "bank-card": verifiers["bank-card"] })
      const missing = await doctor(config)
      expect(missing.status).toBe(3)
      expect(of(missing.lines, "bank-card")[0]?.message).toContain("TENCENTCLOUD_SECRET_KEY")
      expect(statusOf(missing.lines, "registry")).toEqual(["not-configured"])
      writeFileSync(file, `${secrets.TENCENTCLOUD_SECRET_KEY}\n`, { mode: 0o644 })
      process.env.TENCENTCLOUD_SECRET_KEY_FILE = file
      const open = await doctor(config)
      expect(of(open.lines, "bank-card")[0]?.message).toContain("chmod 600")
      chmodSync(file, 0o600)
      const right = await doctor(config)
      expect(right.status, JSON.stringify(right.lines)).toBe(0)
      expect(JSON.stringify([missing, open, right])).not.toContain(secrets.TENCENTCLOUD_SECRET_KEY)
    } finally {
      delete process.env.TENCENTCLOUD_SECRET_KEY_FILE
      process.env.TENCENTCLOUD_SECRET_KEY = secrets.TENCENTCLOUD_SECRET_KEY
    }
  })

  it("examines the verifiers though the store does not open", async () => {
    const config = configFile("no-store.json", { registry: verifiers.registry })
    const gone = ["doctor", "--json", "--config", config, "--db", `sqlite:${join(here, "gone.db")}`]
    const { status, stdout } = await inProcess(gone, { LANG: "en_US.UTF-8" })
    const lines = stdout
      .trim()
      .split("\n")
      .map((line): Line => JSON.parse(line))
    expect(status).toBe(3)
    expect([statusOf(lines, "store"), statusOf(lines, "registry")]).toEqual([["failed"], ["ok", "ok"]])
  })

  it("reports a configuration that cannot be read as a line", async () => {
    const { lines, status } = await doctor(configFile("misspelt.json", { idcard: {} }))
    expect(status).toBe(3)
    expect(of(lines, "configuration")[0]).toMatchObject({
      status: "failed",
      message: expect.stringContaining("id-card")
    })
  })
})

describe("real verifiers and a made-up world", () => {
  it("are never mixed: not by options, and not on a store that demonstrates", async () => {
    const config = configFile("some.json", { registry: verifiers.registry })
    expect(await run(["accounts", "--config", config, "--world", world])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("mock world")
    })
    expect(await run(["accounts", "--world", world], { SINGLE_WINDOW_CONFIG: config })).toMatchObject({ status: 2 })
    const made = join(here, "demonstration.db")
    await inProcess(["demo", "--db", `sqlite:${made}`, "--json"])
    const at = ["accounts", "--db", `sqlite:${made}`]
    expect(await inProcess([...at, "--config", config], { LANG: "en_US" })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("demonstration")
    })
    const noted = await inProcess(at, { LANG: "en_US", SINGLE_WINDOW_CONFIG: config })
    expect(noted).toMatchObject({ status: 0, stderr: expect.stringMatching(/is not used[\s\S]*\[MOCK\]/) })
  }, 30_000)

  it("are never mixed one after the other: where the real ones once were, no mock can certify anybody", async () => {
    const config = configFile("first.json", { registry: verifiers.registry })
    const at = ["--db", `sqlite:${join(here, "real-once.db")}`]
    const rows = join(here, "rows.ndjson")
    const en = { LANG: "en_US.UTF-8" }
    expect(await inProcess(["import", rows, ...at], en)).toMatchObject({ status: 0 })
    expect(await inProcess(["accounts", ...at, "--world", world], en)).toMatchObject({ status: 0 })
    expect(await inProcess(["accounts", ...at, "--config", config], en)).toMatchObject({ status: 0 })
    for (const args of [["accounts"], ["do", "StartCertification", "--as", "ciq_td_01", "--input", "{}"]])
      expect(await inProcess([...args, ...at, "--world", world], en)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("no mock world answers on it any more")
      })
    expect(await inProcess(["demo", ...at], en)).toMatchObject({ status: 2 })
  }, 20_000)

  it("stop the start where the configuration is wrong, whatever is asked", async () => {
    const misspelt = await run([
      "accounts",
      "--config",
      configFile("wrong.json", { card: { source: "eport-clients" } })
    ])
    expect(misspelt).toMatchObject({ status: 2, stderr: expect.stringContaining("did you mean eport-client") })
    const unstartable = configFile("unstartable.json", {
      card: { source: "eport-client", issuerFiles: [join(here, "CCB-ours.pem")] }
    })
    expect(await run(["accounts", "--config", unstartable])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("cannot start as it is configured")
    })
    expect(await run(["accounts", "--config", join(here, "no-such.json")])).toMatchObject({ status: 2 })
  })

  it("bank-return says what it cannot wait for", async () => {
    const one = (returnUrl: string, name: string) =>
      configFile(name, { "bank-ukey": { ...(verifiers["bank-ukey"] as object), returnUrl } })
    const table: ReadonlyArray<readonly [string, string]> = [
      [configFile("none.json", {}), "no bank is configured"],
      [one("https://host.example/back", "elsewhere.json"), "is not on this machine"],
      [one("http://127.0.0.1:61280/bank-return", "here.json"), "no certification that waits for a bank"]
    ]
    for (const [config, said] of table) {
      const ended = await run(["bank-return", "--as", "ciq_td_01", "--config", config])
      expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining(said) })
    }
    const unknown = await run([
      "bank-return",
      "--as",
      "ciq_td_01",
      "--bank",
      "CBC",
      "--config",
      join(here, "here.json")
    ])
    expect(unknown).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(banks.map(({ code }) => code).join(", "))
    })
  })
})
