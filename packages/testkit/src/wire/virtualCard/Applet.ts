import { randomBytes } from "node:crypto"
import { tlv } from "../authority/der.js"
import type { EportCard } from "../authority/index.js"
import type { AppletFile, AppletLayout } from "./AppletLayout.js"
import type { CardCommand, CardFault } from "./CardFault.js"
import { type Command, commandOf } from "./Command.js"

/** Status words of ISO/IEC 7816-4. */
export const status = {
  ok: 0x9000,
  endOfFile: 0x6282,
  wrongLength: 0x6700,
  noChaining: 0x6884,
  notVerified: 0x6982,
  locked: 0x6983,
  notAllowed: 0x6985,
  wrongParameters: 0x6a86,
  noFile: 0x6a82,
  beyond: 0x6b00,
  unknownCommand: 0x6d00,
  unknownClass: 0x6e00
} as const

/** What outlives a card's time in a reader: what a real one keeps in its own memory. */
export interface CardMemory {
  tries: number
  readonly mostTries: number
  lastSignature: Buffer | undefined
}

export interface Trouble {
  readonly fault: CardFault
  readonly command: CardCommand
}

const instructions: Readonly<Record<number, CardCommand>> = { 164: "select", 176: "read", 32: "verify", 42: "sign" }

/** What a command is for; VERIFY without a PIN only asks for the tries and counts as none. */
export const purposeOf = (bytes: Buffer): CardCommand | undefined => {
  const [, ins = 0] = bytes
  return ins === 0x20 && bytes.length <= 5 ? undefined : instructions[ins]
}

const withStatus = (word: number, data: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.concat([data, Buffer.of(word >> 8, word & 0xff)])

const text = (tag: string, value: string): Buffer => {
  const bytes = Buffer.from(tag, "hex")
  const whole = tlv(0, Buffer.from(value, "utf8"))
  return Buffer.concat([bytes, whole.subarray(1)])
}

/** The unsigned file that repeats what the certificate says. */
export const holderFile = ({ says }: Pick<EportCard, "says">): Buffer =>
  Buffer.concat([
    text("5a", says.number),
    ...(says.holderName === undefined ? [] : [text("5f20", says.holderName)]),
    text("c1", says.organizationCode),
    text("c2", says.enterpriseName)
  ])

/** The program on a card, from one power-up to the next. It knows nothing of readers. */
export class Applet {
  #selected = false
  #verified = false
  #file: Buffer | undefined
  #rest = Buffer.alloc(0)
  #chain: ReadonlyArray<Buffer> = []

  constructor(
    readonly card: EportCard,
    readonly memory: CardMemory,
    readonly layout: AppletLayout,
    /** Whose words the fault `another-card` speaks. */
    readonly stranger: () => EportCard
  ) {}

  /** Power off or reset: what was selected and verified is forgotten, the tries are not. */
  reset(): void {
    this.#selected = false
    this.#verified = false
    this.#file = undefined
    this.#rest = Buffer.alloc(0)
    this.#chain = []
  }

  answer(bytes: Buffer, trouble?: Trouble): Buffer {
    const command = commandOf(bytes)
    if (command === undefined || (command.extended && !this.layout.extendedLength))
      return withStatus(status.wrongLength)
    if ((command.cla & ~0x10) !== 0) return withStatus(status.unknownClass)
    if (command.ins === 0xc0) return this.#give(this.#rest, command.expected, true)
    this.#rest = Buffer.alloc(0)
    const whole = this.#gathered(command)
    if (whole === undefined) return withStatus(status.ok)
    const fault = trouble?.command === purposeOf(bytes) ? trouble?.fault : undefined
    return this.#perform(whole, fault)
  }

  /** A command in pieces is held until its last; undefined while there is more to come. */
  #gathered(command: Command): Command | undefined {
    const data = [...this.#chain, command.data]
    const more = (command.cla & 0x10) !== 0
    this.#chain = more ? data : []
    return more ? undefined : { ...command, data: Buffer.concat(data) }
  }

  #perform(command: Command, fault: CardFault | undefined): Buffer {
    switch (command.ins) {
      case 0xa4:
        return this.#select(command)
      case 0xb0:
        return this.#selected ? this.#read(command, fault) : withStatus(status.notAllowed)
      case 0x20:
        return this.#selected ? withStatus(this.#verify(command)) : withStatus(status.notAllowed)
      case 0x22:
        return withStatus(this.#selected ? status.ok : status.notAllowed)
      case 0x2a:
        return this.#sign(command, fault)
      default:
        return withStatus(status.unknownCommand)
    }
  }

  #select({ data, p1, p2 }: Command): Buffer {
    if (p1 === 0x04 && p2 === 0x00) {
      this.reset()
      this.#selected = data.equals(Buffer.from(this.layout.applet, "hex"))
      return withStatus(this.#selected ? status.ok : status.noFile)
    }
    if (!this.#selected || p1 !== 0x02) return withStatus(status.wrongParameters)
    const hex = data.toString("hex")
    this.#file = this.#find((file) => "fid" in file && file.fid.toLowerCase() === hex)
    return withStatus(this.#file === undefined ? status.noFile : status.ok)
  }

  #find(is: (file: AppletFile) => boolean, of = this.card): Buffer | undefined {
    const { certificate, holder } = this.layout
    if (is(certificate)) return of.certificate
    return holder !== undefined && is(holder) ? holderFile(of) : undefined
  }

  #read({ expected, p1, p2 }: Command, fault: CardFault | undefined): Buffer {
    const of = fault === "another-card" ? this.stranger() : this.card
    const short = (p1 & 0x80) !== 0
    if (short) this.#file = this.#find((file) => "sfi" in file && file.sfi === (p1 & 0x1f), of)
    if (this.#file === undefined) return withStatus(status.noFile)
    const offset = short ? p2 : (p1 << 8) | p2
    if (offset >= this.#file.length) return withStatus(status.beyond)
    const rest = this.#file.subarray(offset)
    if (fault === "truncated") return withStatus(status.ok, rest.subarray(0, Math.min(rest.length, expected) >> 1))
    if (fault === "garbage") return withStatus(status.ok, randomBytes(Math.min(rest.length, expected)))
    if (rest.length < expected && this.layout.exactLength) return withStatus(0x6c00 | (rest.length & 0xff))
    const data = rest.subarray(0, expected)
    if (this.layout.fetch) return this.#give(data, 0, false)
    return withStatus(rest.length < expected ? status.endOfFile : status.ok, data)
  }

  #verify({ data, p2 }: Command): number {
    const { memory } = this
    if (p2 !== this.layout.pinReference) return status.wrongParameters
    if (data.length === 0) {
      if (!this.layout.countable) return status.wrongLength
      if (memory.tries === 0) return status.locked
      return this.#verified ? status.ok : 0x63c0 | memory.tries
    }
    if (memory.tries === 0) return status.locked
    this.#verified = data.toString("latin1") === this.card.pin
    memory.tries = this.#verified ? memory.mostTries : memory.tries - 1
    return this.#verified ? status.ok : 0x63c0 | memory.tries
  }

  #sign({ data, expected }: Command, fault: CardFault | undefined): Buffer {
    if (!this.#selected) return withStatus(status.notAllowed)
    if (!this.#verified) return withStatus(status.notVerified)
    if (fault === "replayed-signature" && this.memory.lastSignature !== undefined)
      return withStatus(status.ok, this.memory.lastSignature)
    const { key } = fault === "another-card" ? this.stranger() : this.card
    const { input, signatureForm } = this.layout
    const signature = input === "digest" ? key.signDigest(data, signatureForm) : key.sign(data, signatureForm)
    this.memory.lastSignature = signature
    if (fault === "truncated") return withStatus(status.ok, signature.subarray(0, signature.length >> 1))
    if (fault === "garbage") return withStatus(status.ok, randomBytes(signature.length))
    return this.#give(signature, this.layout.fetch ? 0 : expected, false)
  }

  /** As much as is expected, and the word that says how much is left. */
  #give(data: Buffer, expected: number, asked: boolean): Buffer {
    if (asked && data.length === 0) return withStatus(status.notAllowed)
    const now = data.subarray(0, expected)
    this.#rest = Buffer.from(data.subarray(expected))
    const left = this.#rest.length
    return withStatus(left === 0 ? status.ok : 0x6100 | (left > 255 ? 0 : left), now)
  }
}
