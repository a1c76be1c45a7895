import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { type EportCard, makeAuthority, makeEportCard } from "../authority/index.js"
import { type AppletFile, type AppletLayout, defaultLayout } from "./AppletLayout.js"
import { type CardCommand, type CardFault, cardCommands, cardFaults } from "./CardFault.js"
import { Desk, type Received } from "./Desk.js"
import { Slot } from "./Slot.js"

export { holderFile } from "./Applet.js"
export { holdService, missingHere, type ReaderSlot, type Service } from "./service.js"
export {
  type AppletFile,
  type AppletLayout,
  type CardCommand,
  type CardFault,
  cardCommands,
  cardFaults,
  defaultLayout,
  type Received
}

export interface VirtualCardOptions {
  /** Where vpcd waits for the card; without it the card lies in no reader and is asked through `transmit` alone. */
  readonly port?: number | undefined
  readonly layout?: Partial<AppletLayout> | undefined
  /** Wrong PINs in a row before a card locks. Default 3. */
  readonly pinTries?: number
  /** How late the fault `late` answers. Default 10 seconds. */
  readonly lateMillis?: number
}

/** A reader's slot with a smart card, played, into which a test can put cards and from which it can pull them at any moment. */
export class VirtualCard extends Context.Tag("@single-window/testkit/VirtualCard")<
  VirtualCard,
  {
    /** Done once the reader has powered the card up. */
    readonly insert: (card: EportCard) => Effect.Effect<void>
    readonly remove: Effect.Effect<void>
    readonly triesLeft: (card: EportCard) => Effect.Effect<number>
    /** How often a PIN was sent to a card, right or wrong. */
    readonly pinsEntered: Effect.Effect<number>
    readonly received: Effect.Effect<ReadonlyArray<Received>>
    /** From now on; the command is `sign` unless another is named. `undefined` ends it. */
    readonly fault: (fault: CardFault | undefined, command?: CardCommand) => Effect.Effect<void>
    /** The card leaves at the nth command from now, after performing it or before. */
    readonly pullAt: (command: number, performed?: boolean) => Effect.Effect<void>
    /** What the card says to a command; nothing when it has left or does not answer. */
    readonly transmit: (command: Buffer) => Promise<Buffer | undefined>
    readonly inserted: Effect.Effect<boolean>
    /** As the reader does at the end of each session. */
    readonly reset: Effect.Effect<void>
  }
>() {}

/** A genuine card of somebody else, certified by nobody that is trusted. */
const strangersCard = () =>
  makeEportCard(makeAuthority("sm2"), {
    number: "JJ99999999999",
    pin: "00000000",
    enterpriseName: "另一家示例有限公司",
    organizationCode: "XXXX00999",
    serial: "0f",
    validTo: "20991231"
  })

/** Lies there until the scope ends. */
export const start = (options: VirtualCardOptions = {}): Effect.Effect<VirtualCard["Type"], never, Scope.Scope> =>
  Effect.gen(function* () {
    const { lateMillis = 10_000, layout, pinTries = 3, port } = options
    const slot = port === undefined ? undefined : new Slot(port)
    let stranger: EportCard | undefined
    const another = () => {
      stranger ??= strangersCard()
      return stranger
    }
    const desk = new Desk({ ...defaultLayout, ...layout }, pinTries, lateMillis, another, () => void slot?.remove())
    const remove = Effect.promise(async () => {
      desk.remove()
      await slot?.remove()
    })
    yield* Effect.addFinalizer(() => remove)
    return {
      insert: (card) =>
        Effect.promise(async () => {
          await slot?.remove()
          desk.insert(card)
          await slot?.insert({ answer: (command) => desk.answer(command), reset: () => desk.reset() })
        }),
      remove,
      triesLeft: (card) => Effect.sync(() => desk.memory(card).tries),
      pinsEntered: Effect.sync(() => desk.pinsEntered),
      received: Effect.sync(() => [...desk.received]),
      fault: (fault, command = "sign") =>
        Effect.sync(() => {
          desk.trouble = fault === undefined ? undefined : { fault, command }
        }),
      pullAt: (command, performed = true) =>
        Effect.sync(() => {
          desk.pull = { left: command, done: performed }
        }),
      transmit: (command) => desk.answer(command),
      inserted: Effect.sync(() => desk.inserted),
      reset: Effect.sync(() => desk.reset())
    }
  })

export const layer = (options: VirtualCardOptions = {}): Layer.Layer<VirtualCard> =>
  Layer.scoped(VirtualCard, start(options))
