import { request } from "node:http"
import { connect } from "node:net"
import { SingleWindow, verifierUnavailable } from "@single-window/core"
import { makeAuthority } from "@single-window/testkit/wire/authority"
import {
  type BankFault,
  BankSite,
  clickThrough,
  type Going,
  load,
  type Trip
} from "@single-window/testkit/wire/bank-site"
import { Effect, Ref } from "effect"
import { returnListener } from "../../src/bank-ukey/index.js"
import { password, protocols, ReturnUrl, siteLayer } from "../bank-ukey/site.js"
import { type Actor, DEADLINE, deserted, type Fault, PATIENT, type Stand, tried } from "./Cell.js"

const bank = protocols.CCB
const stranger = makeAuthority("rsa-sha256")
const HUGE = Buffer.alloc(1024 * 1024, "x")

/** What the bank's site does wrong by itself. */
const played: Partial<Record<Fault, BankFault>> = {
  "no-answer": "never-returns",
  "status-500": "http-500",
  "status-429": "http-429",
  truncated: "truncated",
  "wrong-schema": "wrong-names",
  "another-person": "another-account"
}

/** What a browser does at an address that leads nowhere: nothing comes back. */
const goingUnder = (fault: Fault | undefined, going: Going): Effect.Effect<Going> => {
  const to = (host: string) => ({ ...going, url: going.url.replace(/\/\/[^/]+/, `//${host}`) })
  if (fault === "refused") return Effect.map(deserted, (port) => to(`127.0.0.1:${port}`))
  return Effect.succeed(fault === "no-such-host" ? to("no-such-host.invalid") : going)
}

/** What comes back all the same, and is read. */
const cameBack: ReadonlySet<Fault> = new Set(["truncated", "wrong-schema", "another-person"])

const posting = (url: string, type: string, write: (send: (bytes: Buffer | string) => void, end: () => void) => void) =>
  Effect.async<void>((resume) => {
    const sending = request(url, { method: "POST", headers: { "content-type": type } })
    sending.on("error", () => resume(Effect.void))
    sending.on("response", (answer) => answer.resume().on("close", () => resume(Effect.void)))
    write(
      (bytes) => sending.write(bytes),
      () => sending.end()
    )
    return Effect.sync(() => sending.destroy())
  })

const dripping = (url: string, body: string) =>
  Effect.async<void>((resume) => {
    const { host, hostname, pathname, port } = new URL(url)
    const line = connect(Number(port), hostname, () => {
      line.write(
        `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
      )
    })
    let at = 0
    const timer = setInterval(() => line.write(body[at++] ?? ""), 50)
    line.on("error", () => {})
    line.on("close", () => {
      clearInterval(timer)
      resume(Effect.void)
    })
    return Effect.sync(() => {
      clearInterval(timer)
      line.destroy()
    })
  })

/** The browser comes back, as it should or as the fault has it. */
const comesBack = (fault: Fault | undefined, back: Trip["back"]): Effect.Effect<void> => {
  if (back === undefined) return Effect.void
  const [place = "", query = ""] = back.url.split("?")
  if (fault === "wrong-type")
    return posting(place, "application/json", (send, end) => {
      send(JSON.stringify(Object.fromEntries(new URLSearchParams(query))))
      end()
    })
  if (fault === "a-byte-at-a-time") return dripping(place, query)
  if (fault === "100-megabytes")
    return posting(place, "application/x-www-form-urlencoded", (send, end) => {
      send(`${query}&x=`)
      for (let sent = 0; sent < 100; sent++) send(HUGE)
      end()
    })
  return Effect.asVoid(Effect.promise(() => load(back.url, back.method, back.body)))
}

const start = (actor: Actor) =>
  Effect.flatMap(SingleWindow, (door) =>
    door.execute(actor, "StartCertification", { method: "bank-ukey", bank: bank.code })
  )

/** Up to the way back; a bank that cannot be reached has none. */
const throughTheBank = (actor: Actor, fault: Fault | undefined) =>
  Effect.gen(function* () {
    const site = yield* BankSite
    yield* site.fault(fault === undefined ? undefined : played[fault])
    yield* site.insertUkey(bank.code, "tongda")
    const timeout = fault === undefined || cameBack.has(fault) ? PATIENT : DEADLINE
    const listener = yield* returnListener({ bank, timeout, requestMillis: timeout })
    yield* Ref.set(yield* ReturnUrl, listener.url)
    const { redirect } = yield* start(actor)
    if (redirect === undefined) return yield* Effect.dieMessage("no redirect")
    const ca = fault === "untrusted-tls" ? stranger.pem : site.ca
    const going = yield* goingUnder(fault, redirect)
    const trip = yield* Effect.promise(() =>
      clickThrough(going, { ca, charset: bank.charset, password }).catch(() => undefined)
    )
    return { back: trip?.back, listener }
  })

export const bankUkey: Stand = {
  adapter: "bank-ukey",
  asks: bank.code,
  under: (fault) =>
    tried({
      layer: siteLayer(),
      before: (actor) => throughTheBank(actor, fault),
      question: (actor, { back, listener }) =>
        Effect.gen(function* () {
          yield* Effect.forkScoped(comesBack(fault, back))
          const parameters = yield* Effect.mapError(listener.returned, verifierUnavailable)
          return yield* Effect.flatMap(SingleWindow, (door) => door.execute(actor, "CompleteBankUkey", { parameters }))
        })
    })
}
