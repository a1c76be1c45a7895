import { layerMemory } from "@single-window/core"
import { LedgerConformance } from "@single-window/testkit/conformance"

LedgerConformance.suite("in memory", layerMemory)
