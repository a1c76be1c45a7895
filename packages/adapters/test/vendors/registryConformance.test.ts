import { World } from "@single-window/testkit"
import * as Conformance from "@single-window/testkit/conformance"
import { Effect } from "effect"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import { alibabaOptions } from "./calls.js"
import { atAlibaba, live, onTheWire } from "./samples.js"

/** This source says by HTTP status that it is down, which may pass: the question is put three times. */
const outage = Effect.flatMap(World.WorldRuntime, (runtime) =>
  runtime.fault("registry", ["unavailable", "unavailable", "unavailable"])
)
const registry = { ...onTheWire(Conformance.WorldSamples.enterpriseRegistry), outage }
Conformance.EnterpriseRegistryConformance.suite(
  "Alibaba Cloud EntElementVerifyV2",
  atAlibaba((options) => AlibabaCloud.layerRegistry({ ...alibabaOptions(options), call: "EntElementVerifyV2" })),
  registry,
  live
)

const covered = registry.match.filter(({ enterprise }) => /^9[12]/.test(enterprise.unifiedSocialCreditCode))
const [one, other] = covered
if (one === undefined || other === undefined) throw new Error("too few samples")
Conformance.EnterpriseRegistryConformance.suite(
  "Alibaba Cloud EntElementVerify, enterprises and sole proprietors only",
  atAlibaba((options) => AlibabaCloud.layerRegistry(alibabaOptions(options))),
  {
    ...registry,
    match: [one, other],
    notSupported: registry.match.filter((question) => !covered.includes(question))
  },
  live
)
