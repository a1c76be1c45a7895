import * as Conformance from "@single-window/testkit/conformance"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import { alibabaOptions, smsOptions } from "./calls.js"
import { atAlibaba, bankCards, live, onTheWire } from "./samples.js"

const { WorldSamples } = Conformance

/** Alibaba has no word for an ID card that is known and of no use. */
const { unusable: _, ...idCards } = onTheWire(WorldSamples.idCardVerifier)
Conformance.IdCardVerifierConformance.suite(
  "Alibaba Cloud Id2MetaPeriodVerify",
  atAlibaba((options) => AlibabaCloud.layerIdCard(alibabaOptions(options))),
  idCards,
  live
)

Conformance.BankCardVerifierConformance.suite(
  "Alibaba Cloud BankMetaVerify",
  atAlibaba((options) => AlibabaCloud.layerBankCard(alibabaOptions(options))),
  bankCards,
  live
)

Conformance.SmsSenderConformance.suite(
  "Alibaba Cloud SendSms",
  atAlibaba((options) => AlibabaCloud.layerSms(smsOptions(options))),
  WorldSamples.smsSender,
  live
)
