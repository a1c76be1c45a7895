// 同一个适配器，故意写错四处。 The same adapter, wrong in four places on purpose.
import { EnterpriseRegistry, Verdict } from "@single-window/core"
import { Effect, Layer } from "effect"
import { query } from "./source.mjs"

const verdicts = {
  "00": Verdict.Match(),
  "01": Verdict.Mismatch({}), // 查无也算不一致 also for those it does not know
  "02": Verdict.NotSupported(),
  "03": Verdict.Match() // 已吊销也算一致 also the revoked
}

const check = ({ enterprise: { name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName } }) =>
  Effect.tryPromise(() =>
    // 没有把证件送去核验 the document is not sent
    query(name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName)
  ).pipe(
    // 没问到也算不一致 also when it could not ask
    Effect.orElseSucceed(() => "01"),
    Effect.map((code) => verdicts[code])
  )

export const layer = Layer.succeed(EnterpriseRegistry, { check })
export { samples } from "./samples.mjs"
