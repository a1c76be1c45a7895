import { connect, createServer, type Server, type Socket } from "node:net"
import { Effect } from "effect"

const listening = (wire: Server): Promise<number> =>
  new Promise((resolve) => {
    wire.listen(0, "127.0.0.1", () => {
      const address = wire.address()
      resolve(typeof address === "object" && address !== null ? address.port : 0)
    })
  })

/** A way to a server that can be cut without either end being told, as a firewall or a machine that hangs does. */
export const wire = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const target = new URL(url)
      const port = Number(target.port)
      const sockets = new Set<Socket>()
      let cut = false
      const server = createServer((near) => {
        const far = connect(port, target.hostname)
        for (const [from, to] of [[near, far] as const, [far, near] as const]) {
          sockets.add(from)
          from.on("data", (bytes) => cut || to.write(bytes))
          from.on("error", () => undefined)
          from.on("close", () => cut || to.end())
        }
      })
      target.port = String(await listening(server))
      const set = (to: boolean) =>
        Effect.sync(() => {
          cut = to
        })
      const close = () => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      return { url: target.href, cut: set(true), mend: set(false), close }
    }),
    ({ close }) => Effect.sync(close)
  )

/** A start-up message without its `options`: a length, the protocol's number, then names and values that end in NUL. */
const stripped = (message: Buffer): Buffer => {
  const texts = message.toString("latin1", 8, message.length - 2).split("\0")
  const pairs = Array.from({ length: texts.length / 2 }, (_, at) => [texts[2 * at], texts[2 * at + 1]] as const)
  const kept = pairs.filter(([name]) => name !== "options").map(([name, value]) => `${name}\0${value}\0`)
  const body = Buffer.concat([message.subarray(4, 8), Buffer.from(`${kept.join("")}\0`, "latin1")])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}

/** A way to a server that takes the settings of a connection away, as a pooler does that is told to pass over them. */
export const withoutOptions = (url: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(async () => {
        const target = new URL(url)
        const [port, sockets] = [Number(target.port), new Set<Socket>()]
        const server = createServer((near) => {
          const far = connect(port, target.hostname)
          near.once("data", (first) => {
            far.write(stripped(first))
            near.pipe(far)
          })
          far.pipe(near)
          for (const socket of [near, far]) sockets.add(socket.on("error", () => undefined))
        })
        target.port = String(await listening(server))
        return { server, sockets, url: target.href }
      }),
      ({ server, sockets }) =>
        Effect.sync(() => {
          for (const socket of sockets) socket.destroy()
          server.close()
        })
    ),
    (way) => way.url
  )
