import { createServer as createPlain, type Server } from "node:http"
import { createServer as createTls } from "node:https"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import type { ServerTls } from "../authority/index.js"
import { respond } from "./answering.js"
import { beforeTheLine, type ControlFault } from "./ControlFault.js"
import type { Desk, Session } from "./Desk.js"

/** A fault and the method whose answers it befalls. */
export interface Trouble {
  readonly fault: ControlFault
  readonly method: string
}

export interface Received {
  readonly method: string
  readonly id: number
}

export interface Running {
  readonly port: number
  readonly url: string
  readonly received: Array<Received>
  trouble: Trouble | undefined
  readonly stop: () => Promise<void>
}

const request = (text: string): { _method: string; _id: number; args: Record<string, unknown> } | undefined => {
  try {
    const read = JSON.parse(text)
    return typeof read._method === "string" && Number.isInteger(read._id) ? { args: {}, ...read } : undefined
  } catch {
    return undefined
  }
}

const refuse = (socket: Duplex, fault: ControlFault) => {
  if (fault === "no-handshake") return
  const status = fault === "http-429" ? "429 Too Many Requests" : "500 Internal Server Error"
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
}

const attend =
  (running: Running, desk: Desk, prefix: string, lateMillis: number) => (line: WebSocket, socket: Duplex) => {
    const session: Session = { open: false, pinEntered: false }
    line.on("error", () => {})
    line.send(JSON.stringify({ _method: "open", _id: 0, _status: "00", _args: { Result: true, Data: [], Error: [] } }))
    line.on("message", (data) => {
      const asked = request(String(data))
      if (asked === undefined || !asked._method.startsWith(prefix)) return line.send("数据格式非法")
      const method = asked._method.slice(prefix.length)
      running.received.push({ method, id: asked._id })
      const fault = running.trouble?.method === method ? running.trouble.fault : undefined
      const outcome = desk.perform(session, method, asked.args, fault)
      respond(line, socket, asked, outcome, fault, lateMillis)
    })
  }

export interface ServerOptions {
  readonly tls?: ServerTls | undefined
  readonly prefix: string
  readonly lateMillis: number
}

/** The control on a free port of loopback. */
export const run = async (desk: Desk, { lateMillis, prefix, tls }: ServerOptions): Promise<Running> => {
  const server: Server = tls === undefined ? createPlain() : createTls(tls)
  const sockets = new Set<Duplex>()
  const lines = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on(tls === undefined ? "connection" : "secureConnection", (socket: Duplex) => {
    sockets.add(socket)
    socket.on("error", () => {}).on("close", () => sockets.delete(socket))
  })
  server.on("upgrade", (incoming, socket: Duplex, head) => {
    const fault = running.trouble?.fault
    if (fault !== undefined && beforeTheLine.has(fault)) return refuse(socket, fault)
    lines.handleUpgrade(incoming, socket, head, (line) => attend(running, desk, prefix, lateMillis)(line, socket))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const running: Running = {
    port,
    url: `${tls === undefined ? "ws" : "wss"}://127.0.0.1:${port}`,
    received: [],
    trouble: undefined,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      })
  }
  return running
}
