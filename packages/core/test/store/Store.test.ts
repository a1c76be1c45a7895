import { layerMemory } from "@single-window/core"
import { World } from "@single-window/testkit"
import { StoreConformance } from "@single-window/testkit/conformance"

StoreConformance.suite("in memory, on the mock vault", {
  ledger: layerMemory,
  vault: World.layer(World.make({}), { seed: "one" }),
  otherVault: World.layer(World.make({}), { seed: "two" })
})
