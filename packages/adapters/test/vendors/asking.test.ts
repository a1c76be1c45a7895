import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { IdCardVerifier } from "@single-window/core"
import { load } from "@single-window/testkit/wire/bank-site"
import { ConfigProvider, Effect, Fiber, Layer, Schedule, type Scope } from "effect"
import { afterEach, describe, expect, it } from "vitest"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import * as TencentCloud from "../../src/tencent-cloud/index.js"
import { calls, serverOf } from "./calls.js"
import "./samples.js"

const run = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) => Effect.runPromise(Effect.scoped(effect))

describe.each(calls)("$name", (call) => {
  it("is refused, by its own vendor, under a wrong key", () =>
    run(
      Effect.gen(function* () {
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url, secret: "another secret" })
        expect(yield* Effect.merge(ask)).toMatchObject({
          _tag: "Unavailable",
          detail: expect.stringContaining("account")
        })
        expect(yield* server.received).toMatchObject([{ signed: false }])
      })
    ))

  it("is put again after a break of the line as often as it may be", () =>
    run(
      Effect.gen(function* () {
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url })
        yield* server.befall(["reset"])
        const said = yield* Effect.merge(ask)
        if (call.sentAtMost === 1) expect(said).toMatchObject({ _tag: "Unavailable" })
        else expect(said).toMatchObject({ _tag: "Match" })
        expect(yield* server.received).toHaveLength(call.sentAtMost === 1 ? 1 : 2)
      })
    ))

  it("is kept from a source that failed five times in a row, until a probe gets through", () =>
    run(
      Effect.gen(function* () {
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url, breaker: { probeEvery: "200 millis" } })
        yield* server.befall(Array(5).fill("truncated"))
        for (let asked = 0; asked < 8; asked++) yield* Effect.merge(ask)
        expect(yield* server.received).toHaveLength(5)
        const refused = yield* Effect.merge(ask)
        expect(refused).toMatchObject({ _tag: "Unavailable", detail: expect.stringContaining("not-asked") })
        yield* Effect.sleep("250 millis")
        for (let asked = 0; asked < 3; asked++)
          expect(yield* Effect.merge(ask)).not.toMatchObject({ _tag: "Unavailable" })
        expect(yield* server.received).toHaveLength(8)
      })
    ))

  it("watches nobody else's requests, even in whatever goes on after an answer that it cut off", () =>
    run(
      Effect.gen(function* () {
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url })
        const page = yield* Effect.acquireRelease(
          Effect.async<Server>((resume) => {
            const made = createServer((_, response) => response.end("a page of somebody else's"))
            made.listen(0, "127.0.0.1", () => resume(Effect.succeed(made)))
          }),
          (made) => Effect.sync(() => made.close())
        )
        yield* server.befall(["wrong-type"])
        expect(yield* Effect.merge(ask)).toMatchObject({ detail: expect.stringContaining("not-json") })
        const { port } = page.address() as AddressInfo
        const loaded = yield* Effect.promise(() => load(`http://127.0.0.1:${port}/`, "GET", ""))
        expect(loaded).toEqual({ status: 200, text: "a page of somebody else's" })
      })
    ))

  it("leaves no line open when nobody waits for the answer any more", () =>
    run(
      Effect.gen(function* () {
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url })
        yield* server.befall(["silence"])
        const fiber = yield* Effect.fork(Effect.merge(ask))
        const until = (holds: (open: number) => boolean) =>
          server.connections.pipe(
            Effect.repeat({ until: holds, schedule: Schedule.spaced("5 millis") }),
            Effect.timeout("3 seconds")
          )
        yield* until((open) => open === 1)
        yield* Fiber.interrupt(fiber)
        yield* until((open) => open === 0)
      })
    ))
})

describe("where a vendor is asked", () => {
  const refused = [
    "http://faceid.tencentcloudapi.com",
    "http://10.0.0.1",
    "ftp://127.0.0.1",
    "faceid.tencentcloudapi.com",
    "",
    "https://user:pass@host.example",
    "https://host.example/path",
    "https://host.example/?q=1"
  ]
  it.each(calls.flatMap((call) => refused.map((endpoint) => ({ call, endpoint, name: call.name }))))(
    "$name is not set up for $endpoint",
    ({ call, endpoint }) =>
      run(
        Effect.gen(function* () {
          const said = yield* Effect.flip(call.make({ endpoint }))
          expect(said).toMatchObject({
            _tag: "Unavailable",
            port: call.port,
            detail: expect.stringContaining("endpoint")
          })
        })
      )
  )

  afterEach(() => {
    for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]) delete process.env[name]
  })
  it.each(calls)("$name goes straight there, whatever the environment says of proxies", (call) =>
    run(
      Effect.gen(function* () {
        for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"])
          process.env[name] = "http://127.0.0.1:9"
        const server = yield* serverOf(call)
        const ask = yield* call.make({ endpoint: server.url })
        expect(yield* Effect.merge(ask)).not.toMatchObject({ _tag: "Unavailable" })
      })
    )
  )
})

describe("a layer from the environment", () => {
  const built = (layer: Layer.Layer<IdCardVerifier, unknown>, names: Record<string, string>) =>
    run(
      Effect.either(
        Layer.build(layer).pipe(Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(names)))))
      )
    )
  const tencent = { TENCENTCLOUD_SECRET_ID: "id", TENCENTCLOUD_SECRET_KEY: "key" }
  const alibaba = { ALIBABA_CLOUD_ACCESS_KEY_ID: "id", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret" }

  it("needs both halves of the key, and says which is missing", async () => {
    expect(await built(TencentCloud.layerConfig, tencent)).toMatchObject({ _tag: "Right" })
    expect(await built(AlibabaCloud.layerConfig, alibaba)).toMatchObject({ _tag: "Right" })
    const { TENCENTCLOUD_SECRET_KEY: _, ...half } = tencent
    expect(String(await built(TencentCloud.layerConfig, half))).toContain("TENCENTCLOUD_SECRET_KEY")
    expect(String(await built(AlibabaCloud.layerConfig, {}))).toContain("ALIBABA_CLOUD_ACCESS_KEY_ID")
  })

  it("takes another endpoint from there, under the same rule", async () => {
    const wrong = { ...tencent, TENCENTCLOUD_ENDPOINT: "http://relay.example" }
    expect(String(await built(TencentCloud.layerConfig, wrong))).toContain("neither https nor on loopback")
  })
})

describe("without the vendors' packages", () => {
  it("the adapters load, and their layers say which package is missing before anybody is asked", () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "no-packages-")))
    try {
      const modules = join(folder, "node_modules")
      const here = fileURLToPath(new URL("../../", import.meta.url))
      mkdirSync(join(modules, "@single-window"), { recursive: true })
      symlinkSync(realpathSync(join(here, "node_modules/effect")), join(modules, "effect"))
      symlinkSync(realpathSync(join(here, "../core")), join(modules, "@single-window/core"))
      for (const part of ["dist", "package.json"])
        cpSync(join(here, part), join(modules, "@single-window/adapters", part), { recursive: true })
      writeFileSync(
        join(folder, "main.mjs"),
        `import { Effect, Layer, Redacted } from "effect"
         import * as AlibabaCloud from "@single-window/adapters/alibaba-cloud"
         import * as TencentCloud from "@single-window/adapters/tencent-cloud"
         const key = Redacted.make("key")
         const layers = [
           TencentCloud.layer({ secretId: key, secretKey: key }),
           AlibabaCloud.layer({ accessKeyId: key, accessKeySecret: key })
         ]
         for (const layer of layers) console.log(String((await Effect.runPromise(Effect.scoped(Effect.flip(Layer.build(layer))))).detail))`
      )
      // A package manager's NODE_PATH would lead back to ours.
      const { NODE_PATH: _, ...env } = process.env
      const { stdout, stderr } = spawnSync(process.execPath, ["main.mjs"], { cwd: folder, encoding: "utf8", env })
      expect(stderr).toBe("")
      expect(stdout.trim().split("\n")).toEqual([
        "the optional package tencentcloud-sdk-nodejs-common is missing: install it beside @single-window/adapters",
        "the optional package @alicloud/openapi-client is missing: install it beside @single-window/adapters"
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
