import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { TransitKms, token } from "@single-window/testkit/wire/kms"
import { Effect } from "effect"
import { afterAll, afterEach, describe, expect, it, vi } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, sample } from "../cli/single-window.js"

const { path: here, remove } = folder()
const few = join(here, "few.csv")
writeFileSync(few, readFileSync(sample, "utf8").split("\n").slice(0, 6).join("\n"))
afterAll(remove)
afterEach(() => vi.unstubAllEnvs())

const at = (name: string) => ["--db", `sqlite:${join(here, name)}`, "--json"]
const doctor = async (name: string) => {
  const { status, stdout } = await inProcess(["doctor", ...at(name)], { LANG: "en_US.UTF-8" })
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>)
  return { status, key: lines.find(({ check }) => check === "key")?.message }
}

describe("a store whose keys a KMS wraps", () => {
  it(
    "begins with SINGLE_WINDOW_KMS_KEY, needs the KMS from then on, and loses nothing while it is away",
    () =>
      Effect.gen(function* () {
        const kms = yield* TransitKms
        const does = (...args: ReadonlyArray<string>) =>
          Effect.promise(() => inProcess([...args, ...at("kms.db")], { LANG: "en_US.UTF-8" }))
        vi.stubEnv("VAULT_ADDR", kms.url)
        vi.stubEnv("VAULT_TOKEN", token)
        vi.stubEnv("SINGLE_WINDOW_KMS_KEY", "single-window")
        expect(yield* does("import", few)).toMatchObject({ status: 0 })
        expect(readFileSync(join(here, "kms.db.key"), "utf8")).toMatch(/^kms:transit@k1\./)
        const whole = yield* does("accounts")
        expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining("ciq_bj_001") })
        expect((yield* Effect.promise(() => doctor("kms.db"))).key).toContain("KMS")
        const before = yield* does("journal", "verify")

        yield* kms.seal(true)
        for (const asked of [["accounts"], ["do", "EditHolder", "--as", "ciq_bj_001", "--input", '{"name":"王五"}']])
          expect(yield* does(...asked)).toMatchObject({
            status: 3,
            stdout: expect.stringContaining("StoreUnavailable")
          })
        expect((yield* does("doctor")).status).toBe(3)
        yield* kms.seal(false)
        expect(yield* does("journal", "verify")).toEqual(before)
        expect(yield* does("accounts")).toEqual(whole)

        vi.stubEnv("VAULT_TOKEN", "")
        expect(yield* does("accounts")).toMatchObject({ status: 3, stdout: expect.stringContaining("VAULT_TOKEN") })
      }).pipe(Effect.provide(TransitKms.layer()), Effect.runPromise),
    30_000
  )
})

describe("the algorithms of a store", () => {
  it("are those of SINGLE_WINDOW_CRYPTO when it begins, and its own from then on", async () => {
    vi.stubEnv("SINGLE_WINDOW_CRYPTO", "gm")
    expect(await inProcess(["import", sample, ...at("gm.db")])).toMatchObject({ status: 0 })
    expect(readFileSync(join(here, "gm.db.key"), "utf8")).toMatch(/^gm:/)
    vi.stubEnv("SINGLE_WINDOW_CRYPTO", "")
    expect(await doctor("gm.db")).toMatchObject({ status: 0, key: expect.stringContaining("SM4") })
    expect(await inProcess(["journal", "verify", ...at("gm.db")])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('"verified":true')
    })
    expect(await inProcess(["import", sample, ...at("aes.db")])).toMatchObject({ status: 0 })
    vi.stubEnv("SINGLE_WINDOW_CRYPTO", "gm")
    expect(await doctor("aes.db")).toMatchObject({ status: 0, key: expect.stringContaining("AES") })
  }, 30_000)

  it("are not guessed: a value that is none, and a key that is for others, are refused by name", async () => {
    vi.stubEnv("SINGLE_WINDOW_CRYPTO", "sm")
    expect(await inProcess(["accounts", ...at("gm.db")])).toMatchObject({
      status: 3,
      stdout: expect.stringContaining("SINGLE_WINDOW_CRYPTO")
    })
    vi.stubEnv("SINGLE_WINDOW_CRYPTO", "gm")
    writeFileSync(join(here, "new.db.key"), `${"0123456789abcdef".repeat(4)}\n`, { mode: 0o600 })
    expect(await inProcess(["import", sample, ...at("new.db")])).toMatchObject({
      status: 3,
      stdout: expect.stringContaining("is for the profile aes")
    })
  })
})
