import { connect, type Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"

/** Answer to reset of a card that speaks T=1. */
const ATR = Buffer.from("3b80800101", "hex")

const control = { powerOff: 0, powerOn: 1, reset: 2, atr: 4 }

/**
 * The reader looks for its card twice a second. One that leaves in the middle of a command and is followed at once by another is never missed,
 * and the other is taken for it and not powered up: something that hands cannot do.
 */
const MISSED_AFTER_MILLIS = 600

export interface Inserted {
  /** Answers a command; a promise, because a card takes its time. No answer leaves the reader waiting. */
  readonly answer: (command: Buffer) => Promise<Buffer | undefined>
  readonly reset: () => void
}

/** What lies in a slot of vpcd, the virtual reader of the vsmartcard project: a card is a connection to it. */
export class Slot {
  #socket: Socket | undefined
  /** Whether the reader waits for an answer. */
  #owing = false
  #missed = Promise.resolve()

  constructor(readonly port: number) {}

  /** Puts a card in; done once the reader has powered it up. */
  async insert(card: Inserted): Promise<void> {
    await this.remove()
    await this.#missed
    const socket = connect(this.port, "127.0.0.1")
    this.#socket = socket
    socket.setNoDelay(true)
    await new Promise<void>((resolve, reject) => {
      let rest = Buffer.alloc(0)
      socket.on("error", reject)
      socket.on("data", (chunk) => {
        rest = Buffer.concat([rest, chunk])
        while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
          const length = rest.readUInt16BE(0)
          const body = Buffer.from(rest.subarray(2, 2 + length))
          rest = rest.subarray(2 + length)
          this.#take(socket, body, card, resolve)
        }
      })
    })
  }

  /** One message of the reader's: a single byte is about power, anything longer is a command to the card. */
  async #take(socket: Socket, body: Buffer, { answer, reset }: Inserted, powered: () => void): Promise<void> {
    const send = (bytes: Buffer) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(bytes.length)
      if (!socket.destroyed) socket.write(Buffer.concat([length, bytes]))
    }
    if (body.length > 1) {
      this.#owing = true
      const said = await answer(body)
      if (said === undefined || socket !== this.#socket) return
      this.#owing = false
      send(said)
    } else if (body[0] === control.atr) {
      send(ATR)
    } else {
      reset()
      if (body[0] === control.powerOn) powered()
    }
  }

  /** Takes the card out. */
  async remove(): Promise<void> {
    const socket = this.#socket
    this.#socket = undefined
    if (socket === undefined || socket.destroyed) return
    if (this.#owing) this.#missed = pause(MISSED_AFTER_MILLIS)
    this.#owing = false
    await new Promise<void>((resolve) => {
      socket.once("close", () => resolve())
      socket.destroy()
    })
  }
}
