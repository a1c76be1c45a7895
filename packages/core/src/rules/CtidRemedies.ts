import * as Either from "effect/Either"
import { Refused } from "../domain/Refused.js"
import { Verdict } from "../domain/Verdict.js"
import { IdCardOnly } from "./VerificationChannel.js"

/**
 * The four elements are not all right; which one is never said, or the answer could be used to find out somebody's data.
 * `perhapsNotOnRecord` when the platform cannot tell a mismatch from a card it does not hold.
 */
export class PersonNotMatched extends Refused("PersonNotMatched")<{ perhapsNotOnRecord: boolean }>({
  rules: ["R-56", "R-58"],
  remedies: ({ perhapsNotOnRecord }) =>
    perhapsNotOnRecord ? ["OpenCtid", "SyncIdInCtid", "SwitchToBankCard"] : ["OpenCtid", "SwitchToBankCard"]
}) {}

/** 可能因为被核验身份证不包含在可信身份认证平台中，此时需要使用手机下载 CTID APP 程序，同步身份证信息. */
export class PersonNotOnRecord extends Refused("PersonNotOnRecord")<{}>({
  rules: ["R-59"],
  remedies: ["SyncIdInCtid", "SwitchToBankCard"]
}) {}

type CtidAnswer = Either.Either<void, PersonNotMatched | PersonNotOnRecord | IdCardOnly>

const notMatched = (perhapsNotOnRecord: boolean): CtidAnswer =>
  Either.left(new PersonNotMatched({ perhapsNotOnRecord }))

/** 途径一：了解 CTID 的开通。途径二：切换到银行卡认证. */
export const judge: (verdict: Verdict) => CtidAnswer = Verdict.$match({
  Match: () => Either.void,
  Mismatch: () => notMatched(false),
  MismatchOrNoRecord: () => notMatched(true),
  Unusable: () => notMatched(false),
  InvalidInput: () => notMatched(false),
  NoRecord: () => Either.left(new PersonNotOnRecord()),
  NotSupported: () => Either.left(new IdCardOnly())
})
