import { userInfo } from "node:os"

/** Whom the journal names when nobody else was: the person logged in to this machine. */
export const staffName = (): string => {
  try {
    const name = userInfo().username.replace(/[^\p{L}\p{N}._-]/gu, "")
    return name === "" ? "cli" : name
  } catch {
    return "cli"
  }
}
