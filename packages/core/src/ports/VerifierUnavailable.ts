import { Refused } from "../domain/Refused.js"
import type { Limited, PortName, Unavailable } from "../domain/Verdict.js"

/** The question could not be asked: never a "no", never an attempt spent, nothing that was entered is lost. Times are epoch milliseconds. */
export class VerifierUnavailable extends Refused("VerifierUnavailable")<{ port: PortName; retryAt?: number }>({
  rules: [],
  remedies: ["WaitUntil"]
}) {}

export const verifierUnavailable = (error: Limited | Unavailable): VerifierUnavailable => {
  const retryAt = error._tag === "Limited" ? error.until : error.retryAt
  return new VerifierUnavailable({ port: error.port, ...(retryAt === undefined ? {} : { retryAt }) })
}
