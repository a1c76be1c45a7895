import { type BankCardFactors, BankCardVerifier, Verdict } from "@single-window/core"
import type * as Layer from "effect/Layer"
import type { WorldRuntime } from "../../world/index.js"
import { cases } from "../cases/bankCardVerifier.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { commonDefects, instead, now, type Spoil, stale, state } from "./commonDefects.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

const bankCard = (spoil: Spoil<BankCardFactors>): Layer.Layer<BankCardVerifier | WorldRuntime> =>
  spoiled(BankCardVerifier, ({ verify }) => ({ verify: spoil(verify) }))
const [withCard] = WorldSamples.bankCardVerifier.match

export const bankCardVerifier = planted("BankCardVerifier", cases(WorldSamples.bankCardVerifier), [
  ...commonDefects(bankCard, withCard, (factors) => ({ ...factors, mobile: withCard.mobile }), "unheardOf"),
  {
    defect: says("已冻结的银行卡算作可用", "a frozen card counts as good"),
    caughtBy: [state],
    layer: bankCard(instead("Unusable", Verdict.Match()))
  },
  { defect: says("沿用银行以前的答复", "the network's answers are kept"), caughtBy: [now], layer: bankCard(stale()) }
])
