import { EnterpriseRegistry, type RegistryQuestion, Verdict } from "@single-window/core"
import type * as Layer from "effect/Layer"
import type { WorldRuntime } from "../../world/index.js"
import { cases } from "../cases/enterpriseRegistry.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { commonDefects, cover, instead, now, type Spoil, stale, state } from "./commonDefects.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

const registry = (spoil: Spoil<RegistryQuestion>): Layer.Layer<EnterpriseRegistry | WorldRuntime> =>
  spoiled(EnterpriseRegistry, ({ check }) => ({ check: spoil(check) }))
const [tongda] = WorldSamples.enterpriseRegistry.match

export const enterpriseRegistry = planted("EnterpriseRegistry", cases(WorldSamples.enterpriseRegistry), [
  ...commonDefects(registry, tongda, ({ enterprise }) => ({ enterprise }), "unheardOf"),
  {
    defect: says("事业单位算作一致", "a public institution counts as a match"),
    caughtBy: [cover],
    layer: registry(instead("NotSupported", Verdict.Match()))
  },
  {
    defect: says("事业单位算作不一致", "a public institution counts as a mismatch"),
    caughtBy: [cover],
    layer: registry(instead("NotSupported", Verdict.Mismatch({})))
  },
  {
    defect: says("已吊销企业算作正常", "a revoked enterprise counts as operating"),
    caughtBy: [state],
    layer: registry(instead("Unusable", Verdict.Match()))
  },
  { defect: says("登记信息不更新", "the registry is stale"), caughtBy: [now], layer: registry(stale()) }
])
