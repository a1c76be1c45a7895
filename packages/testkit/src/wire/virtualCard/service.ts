import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"

const DAEMON = "/usr/sbin/pcscd"
const DRIVER = "/etc/reader.conf.d/vpcd"
const SOCKET = "/run/pcscd/pcscd.comm"

/** Where vpcd waits for cards as Debian's package sets it up, and where ours does: outside the range from which connections get theirs. */
const USUAL_PORT = 35_963
const OWN_PORT = 21_963

/** A port that whoever uses the slots listens on meanwhile: there is one PC/SC service a machine, and two slots. */
const TURN = 21_965
const TURN_MILLIS = 120_000
const STARTING_MILLIS = 10_000

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once("connect", () => resolve(socket.destroy() !== undefined)).once("error", () => resolve(false))
  })

/** Whether vpcd listens; asking it would look like a card to it. */
const listens = (port: number): boolean =>
  readFileSync("/proc/net/tcp", "latin1").includes(
    `:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 0A `
  )

const until = async (holds: () => boolean | Promise<boolean>, millis: number, what: string): Promise<void> => {
  for (let waited = 0; waited < millis; waited += 50) {
    if (await holds()) return
    await pause(50)
  }
  throw new Error(`${what} after ${millis} ms`)
}

/** Whether pcsclite's native part is there for whoever is at this path. */
const isBuilt = (from: string | URL): boolean => {
  try {
    const folder = dirname(createRequire(from).resolve("pcsclite/package.json"))
    return existsSync(join(folder, "build/Release/pcsclite.node"))
  } catch {
    return false
  }
}

/** Why no virtual card can lie in a real reader here, for a package that reads it by pcsclite; undefined when one can. */
export const missingHere = async (from: string | URL): Promise<string | undefined> => {
  if (!isBuilt(from)) return "pcsclite is not built: npm run setup:card builds it"
  if (!existsSync(DAEMON)) return "no pcscd: npm run setup:card installs what Debian packages it takes"
  if (!existsSync(DRIVER)) return "no vsmartcard-vpcd: npm run setup:card installs what Debian packages it takes"
  // One that runs must have the virtual reader; one that another test is starting or ending will have it, or be gone.
  for (let waited = 0; await answers(SOCKET); waited += 100) {
    if (listens(USUAL_PORT) || listens(OWN_PORT)) return undefined
    if (waited > STARTING_MILLIS) return "pcscd runs without the virtual reader: start it anew"
    await pause(100)
  }
  return process.getuid?.() === 0 ? undefined : "pcscd does not run, and only root may start it"
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

/** The package's own configuration with another port, in a folder of its own. */
const ownConfiguration = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "pcscd-"))
  const hex = (port: number) => `0x${port.toString(16).toUpperCase()}`
  const usual = readFileSync(DRIVER, "utf8")
  writeFileSync(join(folder, "vpcd"), usual.replaceAll(hex(USUAL_PORT), hex(OWN_PORT)))
  return folder
}

interface Started {
  readonly port: number
  readonly stop: () => Promise<void>
}

const started = async (): Promise<Started> => {
  if (await answers(SOCKET)) return { port: USUAL_PORT, stop: async () => {} }
  const folder = ownConfiguration()
  const daemon = spawn(DAEMON, ["--foreground", "--config", folder], { stdio: "ignore" })
  const ended = new Promise<void>((resolve) => daemon.once("exit", () => resolve()).once("error", () => resolve()))
  const end = () => daemon.kill("SIGTERM")
  process.once("exit", end)
  return {
    port: OWN_PORT,
    stop: async () => {
      process.off("exit", end)
      end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** A reader's slot: its name, and the port on which it waits for a card. */
export interface ReaderSlot {
  readonly port: number
  readonly reader: string
}

export interface Service {
  readonly slots: readonly [ReaderSlot, ReaderSlot]
  readonly letGo: () => Promise<void>
}

/** Waits for its turn at the machine's PC/SC service and starts it unless it runs; `letGo` ends both. */
export const holdService = async (): Promise<Service> => {
  const turn = await takeTurn()
  const { port, stop } = await started()
  const letGo = async () => {
    await stop()
    await new Promise<void>((resolve) => turn.close(() => resolve()))
  }
  try {
    await until(() => answers(SOCKET), STARTING_MILLIS, "pcscd does not answer")
    await until(() => listens(port) && listens(port + 1), STARTING_MILLIS, "vpcd does not listen")
  } catch (error) {
    await letGo()
    throw error
  }
  return {
    slots: [
      { port, reader: "Virtual PCD 00 00" },
      { port: port + 1, reader: "Virtual PCD 00 01" }
    ],
    letGo
  }
}
