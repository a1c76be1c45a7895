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
