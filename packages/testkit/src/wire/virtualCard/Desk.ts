import { setTimeout as pause } from "node:timers/promises"
import type { EportCard } from "../authority/index.js"
import { Applet, type CardMemory, purposeOf, type Trouble } from "./Applet.js"
import type { AppletLayout } from "./AppletLayout.js"
import type { CardCommand, CardFault } from "./CardFault.js"

/** One command that reached the card; its data is not kept, for it may be the PIN. */
export interface Received {
  readonly command: CardCommand | undefined
  readonly instruction: number
}

const word = (status: number): Buffer => Buffer.of(status >> 8, status & 0xff)

/** What is said in place of performing the command. */
const instead: Partial<Record<CardFault, Buffer>> = {
  error: word(0x6f00),
  busy: word(0x9303),
  stub: Buffer.of(0x90),
  endless: word(0x61ff)
}

/** How slowly a card drips. */
const DRIP_MILLIS = 200

/** The card in the reader and what everybody did to it. A card's tries outlive its time in the reader. */
export class Desk {
  #applet: Applet | undefined
  readonly #memories = new Map<string, CardMemory>()
  readonly received: Array<Received> = []
  /** How often a PIN was sent, right or wrong. */
  pinsEntered = 0
  trouble: Trouble | undefined
  /** Commands until the card leaves; with `done` it has performed the last of them. */
  pull: { left: number; readonly done: boolean } | undefined
  #dripping: Buffer | undefined
  #endless = false

  constructor(
    readonly layout: AppletLayout,
    readonly pinTries: number,
    readonly lateMillis: number,
    readonly stranger: () => EportCard,
    /** The card leaves by itself. */
    readonly leave: () => void
  ) {}

  memory({ number }: Pick<EportCard, "number">): CardMemory {
    const known = this.#memories.get(number)
    if (known !== undefined) return known
    const made = { tries: this.pinTries, mostTries: this.pinTries, lastSignature: undefined }
    this.#memories.set(number, made)
    return made
  }

  insert(card: EportCard): void {
    this.#applet = new Applet(card, this.memory(card), this.layout, this.stranger)
  }

  remove(): void {
    this.#applet = undefined
  }

  get inserted(): boolean {
    return this.#applet !== undefined
  }

  reset(): void {
    this.#dripping = undefined
    this.#endless = false
    this.#applet?.reset()
  }

  /** What the card says to a command; nothing when it has left or does not answer. */
  async answer(bytes: Buffer): Promise<Buffer | undefined> {
    const applet = this.#applet
    if (applet === undefined) return undefined
    const command = purposeOf(bytes)
    this.received.push({ command, instruction: bytes[1] ?? 0 })
    if (this.pull !== undefined && --this.pull.left <= 0) {
      const { done } = this.pull
      this.pull = undefined
      if (done) this.#perform(applet, bytes, command)
      return this.#depart()
    }
    if (bytes[1] === 0xc0 && this.#endless) return Buffer.concat([Buffer.alloc(255), word(0x61ff)])
    if (bytes[1] === 0xc0 && this.#dripping !== undefined) return this.#drip()
    const right = this.#perform(applet, bytes, command)
    const fault = command !== undefined && command === this.trouble?.command ? this.trouble.fault : undefined
    if (fault === undefined) return right
    if (fault === "silence") return undefined
    if (fault === "pulled") return this.#depart()
    this.#endless = fault === "endless"
    if (fault === "late") await pause(this.lateMillis, undefined, { ref: false })
    if (fault !== "drip") return instead[fault] ?? right
    this.#dripping = right.subarray(0, -2)
    return word(0x6101)
  }

  #perform(applet: Applet, bytes: Buffer, command: CardCommand | undefined): Buffer {
    if (command === "verify") this.pinsEntered++
    return applet.answer(bytes, this.trouble)
  }

  #depart(): undefined {
    this.remove()
    this.leave()
  }

  async #drip(): Promise<Buffer> {
    const all = this.#dripping ?? Buffer.alloc(0)
    await pause(DRIP_MILLIS, undefined, { ref: false })
    this.#dripping = all.length > 1 ? all.subarray(1) : undefined
    return Buffer.concat([all.subarray(0, 1), word(all.length > 1 ? 0x6101 : 0x9000)])
  }
}
