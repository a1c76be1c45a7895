import { type IdCardElements, IdCardVerifier, Verdict } from "@single-window/core"
import type * as Layer from "effect/Layer"
import type { WorldRuntime } from "../../world/index.js"
import { cases } from "../cases/idCardVerifier.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { commonDefects, cover, instead, now, type Spoil, stale, state } from "./commonDefects.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

const idCard = (spoil: Spoil<IdCardElements>): Layer.Layer<IdCardVerifier | WorldRuntime> =>
  spoiled(IdCardVerifier, ({ verify }) => ({ verify: spoil(verify) }))
const [zhang] = WorldSamples.idCardVerifier.match

export const idCardVerifier = planted("IdCardVerifier", cases(WorldSamples.idCardVerifier), [
  ...commonDefects(idCard, zhang, (card) => ({ ...card, validTo: zhang.validTo }), "unheardOf"),
  {
    defect: says("起止日期对调", "the two dates are swapped"),
    caughtBy: ["MUST answer Match for what is on record"],
    layer: idCard((good) => (card) => good({ ...card, validFrom: card.validTo, validTo: card.validFrom }))
  },
  {
    defect: says("居住证算作身份证", "a residence permit counts as a resident ID"),
    caughtBy: [cover],
    layer: idCard(instead("NotSupported", Verdict.Match()))
  },
  {
    defect: says("已挂失的身份证算作有效", "a lost card counts as good"),
    caughtBy: [state],
    layer: idCard(instead("Unusable", Verdict.Match()))
  },
  { defect: says("沿用平台以前的答复", "the platform's answers are kept"), caughtBy: [now], layer: idCard(stale()) }
])
