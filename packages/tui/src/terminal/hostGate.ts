import { spawnSync } from "node:child_process"
import type { Session } from "./Session.js"

type Environment = Readonly<Record<string, string | undefined>>

/** Whether whoever is at the terminal is the one who was there, as the host finds out: true lets them back in. */
export type Gate = (who: Pick<Session, "name" | "role">) => boolean

/**
 * Staff have no password here: the host that starts the program says who they are. `SINGLE_WINDOW_STAFF_UNLOCK` is a command of that host
 * which asks them once more at this terminal and ends with 0 when it is them.
 */
export const hostGate = (environment: Environment): Gate | undefined => {
  const command = environment.SINGLE_WINDOW_STAFF_UNLOCK ?? ""
  if (command.trim() === "") return undefined
  return ({ name, role }) =>
    spawnSync(command, {
      shell: true,
      stdio: "inherit",
      env: { ...environment, SINGLE_WINDOW_STAFF: name, SINGLE_WINDOW_STAFF_ROLE: role }
    }).status === 0
}
