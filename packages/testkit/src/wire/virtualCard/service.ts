import { spawn } from "node:child_process"
import { accessSync, constants, existsSync, readFileSync } from "node:fs"
import { connect, createServer, type Server } from "node:net"
import { setTimeout as pause } from "node:timers/promises"

const DAEMON = "/usr/sbin/pcscd"
const DRIVER = "/etc/reader.conf.d/vpcd"
const SOCKET = "/run/pcscd/pcscd.comm"

/** A port that whoever uses the slots listens on meanwhile: there is one PC/SC service a machine, and two slots. */
const TURN = 35_965
const TURN_MILLIS = 120_000
const STARTING_MILLIS = 10_000

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once("connect", () => resolve(socket.destroy() !== undefined)).once("error", () => resolve(false))
  })

/** Whether vpcd listens; asking it would look like a card to it. */
const slotsAreThere = (): boolean => / 00000000:8C7B 00000000:0000 0A /.test(readFileSync("/proc/net/tcp", "latin1"))

const until = async (holds: () => boolean | Promise<boolean>, millis: number, what: string): Promise<void> => {
  for (let waited = 0; waited < millis; waited += 50) {
    if (await holds()) return
    await pause(50)
  }
  throw new Error(`${what} after ${millis} ms`)
}

const mayStart = (): boolean => {
  try {
    accessSync("/run", constants.W_OK)
    return process.getuid?.() === 0
  } catch {
    return false
  }
}

/** Why no virtual card can lie in a real reader here; undefined when one can. */
export const missingHere = async (): Promise<string | undefined> => {
  if (!existsSync(DAEMON)) return "no pcscd: npm run setup:card installs what Debian packages it takes"
  if (!existsSync(DRIVER)) return "no vsmartcard-vpcd: npm run setup:card installs what Debian packages it takes"
  if (mayStart() || (await answers(SOCKET))) return undefined
  return "pcscd does not run, and only root may start it"
}

const takeTurn = async (): Promise<Server> => {
  let server: Server | undefined
  const taken = () =>
    new Promise<boolean>((resolve) => {
      const one = createServer((socket) => socket.destroy())
      one.once("error", () => resolve(false))
      one.listen({ port: TURN, host: "127.0.0.1", exclusive: true }, () => {
        server = one
        resolve(true)
      })
    })
  await until(taken, TURN_MILLIS, "somebody else uses the virtual reader")
  if (server === undefined) throw new Error("no turn")
  return server
}

const started = async (): Promise<() => Promise<void>> => {
  if (await answers(SOCKET)) return async () => {}
  const daemon = spawn(DAEMON, ["--foreground"], { stdio: "ignore" })
  const ended = new Promise<void>((resolve) => daemon.once("exit", () => resolve()).once("error", () => resolve()))
  const stop = () => daemon.kill("SIGTERM")
  process.once("exit", stop)
  await until(() => answers(SOCKET), STARTING_MILLIS, "pcscd does not answer")
  return async () => {
    process.off("exit", stop)
    stop()
    await ended
  }
}

/** Waits for its turn at the machine's PC/SC service and starts it unless it runs; what comes back ends both. */
export const holdService = async (): Promise<() => Promise<void>> => {
  const turn = await takeTurn()
  const stop = await started()
  await until(slotsAreThere, STARTING_MILLIS, "vpcd does not listen")
  return async () => {
    await stop()
    await new Promise<void>((resolve) => turn.close(() => resolve()))
  }
}
