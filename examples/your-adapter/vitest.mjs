import { EnterpriseRegistryConformance } from "@single-window/testkit/conformance"
import { layer, samples } from "./registry.mjs"

EnterpriseRegistryConformance.suite("示例登记系统", layer, samples)
