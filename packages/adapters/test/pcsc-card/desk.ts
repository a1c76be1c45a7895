import { layer, type PcscCardOptions } from "@single-window/adapters/pcsc-card"
import { CardReader } from "@single-window/core"
import { extensionOf } from "@single-window/testkit/wire/authority"
import {
  holdService,
  missingHere,
  type Service,
  start,
  VirtualCard,
  type VirtualCardOptions
} from "@single-window/testkit/wire/virtual-card"
import { Effect, Layer, Logger } from "effect"
import { afterAll, beforeAll } from "vitest"
import { type Connect, failureOf } from "../../src/pcsc-card/Link.js"
import { over } from "../../src/pcsc-card/layer.js"
import { before2022, today } from "../eport-client/desk.js"

export { before2022, type CardKey, challenge, said, today } from "../eport-client/desk.js"

let service: Service | undefined

/** One of the two slots of the service that this file of tests holds. */
export const slotOf = (which: 0 | 1 = 0) => {
  if (service === undefined) throw new Error("the reader is not in use")
  return service.slots[which]
}

/** The deadline is generous: where time is not the matter, a busy machine is none either. */
export const cardOptions: PcscCardOptions = {
  deadline: "30 seconds",
  reader: "Virtual PCD 00 00",
  issuers: [today.authority.pem, before2022.authority.certificate],
  kindBy: { extension: extensionOf.kind, legalPerson: ["legal-person"], operator: ["operator"] }
}

type Change = (options: PcscCardOptions) => PcscCardOptions
const same: Change = (options) => options

/** A line to a virtual card that lies in no reader: what happens between commands is exact, and takes no time. */
export const inHand = (desk: VirtualCard["Type"]): Connect =>
  Effect.acquireRelease(
    Effect.flatMap(desk.inserted, (inserted) => (inserted ? Effect.void : Effect.fail(failureOf("no-card")))),
    () => desk.reset
  ).pipe(
    Effect.as({
      transmit: (command) =>
        Effect.promise(() => desk.transmit(Buffer.from(command))).pipe(
          Effect.zipLeft(Effect.sync(() => command.fill(0))),
          Effect.flatMap((answer) => {
            if (answer !== undefined) return Effect.succeed(answer)
            return Effect.flatMap(desk.inserted, (inserted) =>
              inserted ? Effect.never : Effect.fail(failureOf("no-card"))
            )
          })
        )
    })
  )

/** The adapter, and the card in hand that it asks. */
export const inHandLayer = (card: VirtualCardOptions = {}, change: Change = same) =>
  Layer.unwrapScoped(
    Effect.map(start(card), (desk) =>
      Layer.mergeAll(
        Layer.succeed(VirtualCard, desk),
        Layer.effect(CardReader, over(inHand(desk), change(cardOptions))),
        Logger.remove(Logger.defaultLogger)
      )
    )
  )

/** The adapter, a real PC/SC service, and the card in its virtual reader. */
export const readerLayer = (card: VirtualCardOptions = {}, change: Change = same) =>
  Layer.unwrapScoped(
    Effect.map(
      Effect.suspend(() => start({ port: slotOf().port, ...card })),
      (desk) =>
        Layer.mergeAll(
          Layer.succeed(VirtualCard, desk),
          layer(change(cardOptions)),
          Logger.remove(Logger.defaultLogger)
        )
    )
  )

const why = await missingHere(import.meta.url)

/** Whether there is a real PC/SC service with a virtual reader; where not, what is skipped is said and counted. */
export const there = why === undefined
if (!there) console.warn(`SKIPPED: no smart card over PC/SC: ${why}`)

/** For a file of tests: its turn at the machine's only PC/SC service. */
export const useReader = (): void => {
  beforeAll(async () => {
    if (there) service = await holdService()
  }, 150_000)
  afterAll(async () => {
    await service?.letGo()
    service = undefined
  })
}
