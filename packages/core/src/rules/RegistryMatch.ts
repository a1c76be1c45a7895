import * as Either from "effect/Either"
import { Verdict } from "../domain/Verdict.js"
import { type EnterpriseNotMatched, notMatched } from "./EnterpriseCheckRemedies.js"
import { EnterpriseNotVerifiable } from "./RegistryMismatchRemedies.js"

export type RegistryAnswer = Either.Either<void, EnterpriseNotMatched | EnterpriseNotVerifiable>

const differs = (fields?: ReadonlyArray<string>): RegistryAnswer => Either.left(notMatched(fields))
const cannotTell = (): RegistryAnswer => Either.left(new EnterpriseNotVerifiable())

/** 应与企业在国家市场监督管理总局备案信息一致. A registry that has no such record, or does not cover this enterprise, cannot tell. */
export const judge: (verdict: Verdict) => RegistryAnswer = Verdict.$match({
  Match: () => Either.void,
  Mismatch: ({ fields }) => differs(fields),
  MismatchOrNoRecord: () => differs(),
  InvalidInput: ({ field }) => differs([field]),
  NoRecord: cannotTell,
  NotSupported: cannotTell,
  Unusable: cannotTell
})

/**
 * The same on a save (R-11), but for an enterprise that is not on record: there a code or name was most likely mistyped, and R-15's way
 * out helps (compare with the publicity system, fill in again), which another certification method would not.
 */
export const judgeSave = (verdict: Verdict): RegistryAnswer =>
  verdict._tag === "NoRecord" ? differs() : judge(verdict)
