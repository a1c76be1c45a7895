import * as Conformance from "@single-window/testkit/conformance"
import * as TencentCloud from "../../src/tencent-cloud/index.js"
import { tencentOptions } from "./calls.js"
import { atTencent, bankCards, live, onTheWire } from "./samples.js"

Conformance.IdCardVerifierConformance.suite(
  "Tencent Cloud CheckIdNameDate",
  atTencent((options) => TencentCloud.layerIdCard(tencentOptions(options))),
  onTheWire(Conformance.WorldSamples.idCardVerifier),
  live
)

Conformance.BankCardVerifierConformance.suite(
  "Tencent Cloud BankCard4EVerification",
  atTencent((options) => TencentCloud.layerBankCard(tencentOptions(options))),
  bankCards,
  live
)
