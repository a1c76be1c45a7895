import * as Conformance from "../../src/conformance/index.js"
import { personasWorld } from "../../src/personas/index.js"
import * as World from "../../src/world/index.js"

const { WorldSamples } = Conformance
const layer = World.layer(personasWorld, { lateBy: "30 seconds" })

Conformance.EnterpriseRegistryConformance.suite("the personas' world", layer, WorldSamples.enterpriseRegistry)
Conformance.IdCardVerifierConformance.suite("the personas' world", layer, WorldSamples.idCardVerifier)
Conformance.BankCardVerifierConformance.suite("the personas' world", layer, WorldSamples.bankCardVerifier)
Conformance.SmsSenderConformance.suite("the personas' world", layer, WorldSamples.smsSender)
Conformance.BankUkeyGatewayConformance.suite("the personas' world", layer, WorldSamples.bankUkeyGateway)
Conformance.CardReaderConformance.suite("the personas' world", layer, WorldSamples.cardReader)
Conformance.CaptchaGateConformance.suite("the personas' world", layer, WorldSamples.captchaGate)
Conformance.PasswordHasherConformance.suite("the personas' world", layer)
Conformance.VaultConformance.suite("the personas' world", layer)
Conformance.EntropyConformance.suite("the personas' world", layer)
