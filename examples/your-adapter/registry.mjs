// 您的适配器：把登记系统的答复译成核验结论。 Your adapter: it puts the registry's answers into verdicts.
import { EnterpriseRegistry, Unavailable, Verdict } from "@single-window/core"
import { Effect, Layer } from "effect"
import { query } from "./source.mjs"

const verdicts = {
  "00": Verdict.Match(),
  "01": Verdict.MismatchOrNoRecord(),
  "02": Verdict.NotSupported(),
  "03": Verdict.Unusable({ state: "revoked" })
}

const check = ({ enterprise, legalRepresentativeDocument }) =>
  Effect.tryPromise({
    try: () =>
      query(
        enterprise.name,
        enterprise.unifiedSocialCreditCode,
        enterprise.organizationCode,
        enterprise.legalRepresentativeName,
        legalRepresentativeDocument?.number
      ),
    // 没问到，不等于不一致。 Not to have asked is no answer.
    catch: (cause) => new Unavailable({ port: "registry", detail: String(cause) })
  }).pipe(Effect.map((code) => verdicts[code]))

export const layer = Layer.succeed(EnterpriseRegistry, { check })
export { samples } from "./samples.mjs"
