import type { Step } from "./steps.js"

/** A step in a few words. */
export const titleOf = (step: Step): string => {
  if ("do" in step) return `${step.do} as ${step.as ?? "anonymous"}${step.on === undefined ? "" : ` on ${step.on}`}`
  if ("advance" in step) return `advance ${step.advance}`
  if ("fault" in step) return `fault ${step.fault.port}`
  if ("insert" in step) return `insert ${step.insert}`
  if ("remove" in step) return "remove the card"
  if ("account" in step) return `account ${step.account}`
  if ("operators" in step) return `operators of ${step.operators}`
  return `next for ${step.next}`
}
