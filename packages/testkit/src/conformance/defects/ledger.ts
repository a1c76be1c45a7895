import { Ledger, layerMemory } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { casesWith, KEEPS_EVERYTHING } from "../cases/ledger.js"
import { reading } from "./ledger/reading.js"
import { writing } from "./ledger/writing.js"
import { planted, says } from "./Planted.js"

export const ledger = planted(
  "Ledger",
  // A memory ledger that is called lasting.
  casesWith({ place: Effect.succeed(layerMemory) }),
  [
    ...[...writing, ...reading].map(({ caughtBy, defect, make }) => ({
      defect,
      caughtBy,
      layer: Layer.effect(Ledger, Effect.map(Ledger, make)).pipe(Layer.provide(Layer.fresh(layerMemory)))
    })),
    { defect: says("关闭之后全部忘记", "forgets when it is closed"), caughtBy: [KEEPS_EVERYTHING], layer: layerMemory }
  ],
  "real"
)
