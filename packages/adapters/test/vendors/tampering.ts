import type { AddressInfo } from "node:net"
import { connect, createServer, type Socket } from "node:net"
import { Effect, type Scope } from "effect"

/** Whether a request has come in whole: its head, and as much body as that says. */
const whole = (data: Buffer): boolean => {
  const end = data.indexOf("\r\n\r\n")
  if (end < 0) return false
  const length = /\r\ncontent-length: *([0-9]+)/i.exec(data.subarray(0, end).toString("latin1"))?.[1]
  if (length !== undefined) return data.length >= end + 4 + Number(length)
  return (
    !/\r\ntransfer-encoding: *chunked/i.test(data.subarray(0, end).toString("latin1")) ||
    data.subarray(end).includes("\r\n0\r\n\r\n")
  )
}

export interface Tamperer {
  readonly url: string
  /** Flips this bit of the next request, counted round. */
  bit: number | undefined
  /** What was sent on, changed or not. */
  readonly sent: Array<Buffer>
}

/** Stands between an adapter and a vendor, and changes one bit of a question on its way. */
export const tamperer = (target: string): Effect.Effect<Tamperer, never, Scope.Scope> =>
  Effect.gen(function* () {
    const { hostname, port } = new URL(target)
    const open = new Set<Socket>()
    const state: { bit: number | undefined; sent: Array<Buffer> } = { bit: undefined, sent: [] }
    const server = yield* Effect.acquireRelease(
      Effect.async<ReturnType<typeof createServer>>((resume) => {
        const made = createServer((client) => {
          const vendor = connect(Number(port), hostname)
          let data = Buffer.alloc(0)
          for (const socket of [client, vendor]) {
            open.add(socket)
            socket.on("error", () => {})
            socket.on("close", () => {
              open.delete(socket)
              client.destroy()
              vendor.destroy()
            })
          }
          vendor.pipe(client)
          client.on("data", (chunk: Buffer) => {
            data = Buffer.concat([data, chunk])
            if (!whole(data)) return
            if (state.bit !== undefined) {
              const bit = state.bit % (data.length * 8)
              data.writeUInt8(data.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
            }
            state.sent.push(data)
            vendor.write(data)
          })
        })
        made.listen(0, "127.0.0.1", () => resume(Effect.succeed(made)))
      }),
      (made) =>
        Effect.async<void>((resume) => {
          made.close(() => resume(Effect.void))
          for (const socket of open) socket.destroy()
        })
    )
    return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  })
