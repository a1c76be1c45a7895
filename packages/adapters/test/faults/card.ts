import { CardReader, SingleWindow } from "@single-window/core"
import { type ControlFault, EportControl, start } from "@single-window/testkit/wire/eport-control"
import * as VirtualCard from "@single-window/testkit/wire/virtual-card"
import { Effect, Layer } from "effect"
import { layer } from "../../src/eport-client/index.js"
import { over } from "../../src/pcsc-card/layer.js"
import { clientOptions, today } from "../eport-client/desk.js"
import { cardOptions } from "../pcsc-card/desk.js"
import { lineUnder } from "../pcsc-card/twelve.js"
import { type Actor, deadlineUnder, deserted, type Fault, type Stand, strangersTls, tried } from "./Cell.js"

const card = today.card("tongdaLegalPerson")

const played: Partial<Record<Fault, ControlFault>> = {
  "no-answer": "silence",
  "a-byte-at-a-time": "drip",
  "status-500": "http-500",
  "status-429": "http-429",
  "wrong-type": "binary",
  truncated: "truncated-json",
  "100-megabytes": "huge",
  "wrong-schema": "wrong-schema",
  "another-person": "another-card"
}

const addressUnder = (fault: Fault | undefined, url: string): Effect.Effect<string> => {
  if (fault === "refused") return Effect.map(deserted, (port) => `ws://127.0.0.1:${port}`)
  return Effect.succeed(fault === "no-such-host" ? "wss://no-such-host.invalid:61231" : url)
}

const does = (actor: Actor, name: "StartCertification" | "PresentCard", input: object) =>
  Effect.flatMap(SingleWindow, (door) => door.executeJson(actor, name, input))

export const eportClient: Stand = {
  adapter: "eport-client",
  asks: "SpcSignDataAsPEM",
  under: (fault) =>
    Effect.gen(function* () {
      const desk = yield* start(fault === "untrusted-tls" ? { tls: strangersTls } : {})
      yield* desk.insert(card)
      yield* desk.fault(fault === undefined ? undefined : played[fault])
      const url = yield* addressUnder(fault, desk.url)
      const reader = layer({ ...clientOptions(url), deadline: deadlineUnder(fault) })
      return yield* tried({
        layer: Layer.merge(reader, Layer.succeed(EportControl, desk)),
        before: (actor) => does(actor, "StartCertification", { method: "ic-card" }),
        question: (actor) => does(actor, "PresentCard", { pin: card.pin })
      })
    }).pipe(Effect.scoped)
}

/** A smart card in hand: between it and the adapter there is no reader, or the table would need one on every machine. */
export const pcscCard: Stand = {
  adapter: "pcsc-card",
  asks: "COMPUTE DIGITAL SIGNATURE",
  under: (fault) =>
    Effect.gen(function* () {
      const desk = yield* VirtualCard.start()
      const line = yield* lineUnder(desk, fault)
      return yield* tried({
        layer: Layer.effect(CardReader, over(line, { ...cardOptions, deadline: deadlineUnder(fault) })),
        before: (actor) => does(actor, "StartCertification", { method: "ic-card" }),
        question: (actor) => does(actor, "PresentCard", { pin: card.pin })
      })
    }).pipe(Effect.scoped)
}
