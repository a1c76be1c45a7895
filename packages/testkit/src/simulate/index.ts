import type { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { faultProfiles } from "../world/fault.js"
import { type Report, reportOf } from "./report.js"
import { liveThrough, type Options } from "./simulate.js"

/** Lets a population live, checks every invariant after each day, and reports. The same options give the same report. */
export const simulate = (options: Options): Effect.Effect<Report, StoreUnavailable> =>
  Effect.flatMap(liveThrough(options), reportOf)

/** Every profile of the mock world, and none. */
export const faultNames: ReadonlyArray<Options["faults"]> = ["none", ...faultProfiles]

export { type InvariantId, invariants, type Violation } from "../invariants/Invariant.js"
export { type Defect, type DefectName, defectNames, defects, withDefect } from "./defects.js"
export { type Funnel, type Place, places, type StuckOn } from "./funnel.js"
export { linesOf } from "./lines.js"
export type { Found, LastCommand, Outcomes, Report } from "./report.js"
export { replay } from "./reproduce/reproduce.js"
export type { Options } from "./simulate.js"
