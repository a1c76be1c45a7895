import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { loopbackTls, makeAuthority } from "@single-window/testkit/wire/authority"
import { type VendorServer, type WireFaultName, wireFaults } from "@single-window/testkit/wire/tencent-cloud"
import { Effect, Exit, Logger, Schedule, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Call, type CallOptions, personal, serverOf } from "./calls.js"
import "./samples.js"

/** Milliseconds; a single try gets five eighths of it. */
const DEADLINE = 800
/** What a busy machine may take on top, and still be asked to hurry. */
const SLACK = 1500
const patient = { deadline: DEADLINE, breaker: { failures: 1000 } }

const authority = makeAuthority("rsa-sha256")
const tls = loopbackTls(authority)

/** A port on which nobody listens. */
const deserted = Effect.async<string>((resume) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resume(Effect.succeed(`http://127.0.0.1:${port}`)))
  })
})

interface Seen {
  readonly said: string
  readonly millis: number
  readonly text: string
  readonly sent: number
}

/** Asks once, and keeps everything that a person, staff or a log could have seen of it. */
const askOnce = (call: Call, options: CallOptions, server: VendorServer) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    const log = Logger.replace(
      Logger.defaultLogger,
      Logger.map(Logger.logfmtLogger, (line) => {
        lines.push(line)
      })
    )
    const ask = yield* call.make(options)
    const before = (yield* server.received).length
    const began = performance.now()
    const said = yield* Effect.merge(ask).pipe(Effect.provide(log))
    const millis = Math.round(performance.now() - began)
    const sent = (yield* server.received).length - before
    const word = said === "sent" ? said : said._tag
    return { said: word, millis, sent, text: `${JSON.stringify(said)} ${lines.join(" ")}` } satisfies Seen
  })

/** Faults of the line itself, beside those that a server plays. */
const lineFaults = ["refused", "no-such-host", "untrusted-tls"] as const
type Fault = WireFaultName | (typeof lineFaults)[number]

const endpointFor = (fault: Fault, plain: VendorServer, secure: VendorServer): Effect.Effect<string> => {
  if (fault === "refused") return deserted
  if (fault === "no-such-host") return Effect.succeed("https://no-such-host.invalid")
  return Effect.succeed(fault === "untrusted-tls" ? secure.url : plain.url)
}

/** Every fault befalls every call, and each is asked about a person to whom the world says yes. */
export const failClosed = (calls: ReadonlyArray<Call>): void => {
  const table: Array<Readonly<Record<string, string>>> = []
  describe.each(calls)("$name fails closed", (call) => {
    const scope = Effect.runSync(Scope.make())
    let plain: VendorServer
    let secure: VendorServer
    beforeAll(async () => {
      plain = await Effect.runPromise(Scope.extend(serverOf(call), scope))
      secure = await Effect.runPromise(Scope.extend(serverOf(call, { tls }), scope))
    })
    afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

    it.each([...lineFaults, ...wireFaults])("on %s", (fault) =>
      Effect.gen(function* () {
        const played = wireFaults.find((name) => name === fault)
        yield* plain.befall(played === undefined ? [] : [played, played, played])
        const flooded = yield* plain.flooded
        const endpoint = yield* endpointFor(fault, plain, secure)
        const seen = yield* askOnce(call, { ...patient, endpoint }, plain)

        expect(seen.said).toBe(fault === "status-429" ? "Limited" : "Unavailable")
        expect(seen.millis).toBeLessThanOrEqual(DEADLINE + SLACK)
        // A bank counts every check of a card, and a person gets one message; nothing is asked again after nonsense.
        expect(seen.sent).toBeLessThanOrEqual(call.sentAtMost)
        expect(personal.filter((secret) => seen.text.includes(secret))).toEqual([])
        // What the kernel had taken before the line was cut, of a hundred megabytes.
        expect((yield* plain.flooded) - flooded).toBeLessThan(16 * 1024 * 1024)
        const untilClosed = { while: (open: number) => open > 0, schedule: Schedule.spaced("10 millis") }
        yield* plain.connections.pipe(Effect.repeat(untilClosed), Effect.timeout(1000))

        const answer = /: ([a-z-]+(?: \([^)]*\))?)"/.exec(seen.text)?.[1] ?? seen.said
        table.push({ call: call.name, fault, answer, millis: String(seen.millis), sent: String(seen.sent) })
      }).pipe(Effect.runPromise)
    )

    it("on nothing: the same question is answered with a yes, over TLS too when the authority is trusted", () =>
      Effect.gen(function* () {
        const yes = call.port === "sms" ? "sent" : "Match"
        yield* plain.befall([])
        expect((yield* askOnce(call, { endpoint: plain.url }, plain)).said).toBe(yes)
        const seen = yield* askOnce(call, { endpoint: secure.url, tlsAuthority: authority.pem }, secure)
        expect(seen.said).toBe(yes)
        expect(yield* secure.received).toMatchObject([{ signed: true }])
        expect(personal.filter((secret) => seen.text.includes(secret))).toEqual([])
      }).pipe(Effect.runPromise))
  })

  afterAll(() => {
    const closed = table.filter(({ answer }) => answer !== "Match" && answer !== "sent").length
    const rows = table.map((row) => `${row.call} | ${row.fault} | ${row.answer} | ${row.millis} ms | sent ${row.sent}`)
    const all = calls.length * (lineFaults.length + wireFaults.length)
    process.stdout.write(`${rows.join("\n")}\n${closed} of ${all} fail closed\n`)
  })
}
