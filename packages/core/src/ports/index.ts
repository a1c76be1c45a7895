export * from "./BankCardVerifier.js"
export * from "./BankUkeyGateway.js"
export * from "./CaptchaGate.js"
export * from "./CardReader.js"
export * from "./EnterpriseRegistry.js"
export * from "./Entropy.js"
export * from "./IdCardVerifier.js"
export * from "./PasswordHasher.js"
export * from "./SmsSender.js"
export * from "./Vault.js"
export * from "./VerifierUnavailable.js"

import type { BankCardVerifier } from "./BankCardVerifier.js"
import type { BankUkeyGateway } from "./BankUkeyGateway.js"
import type { CaptchaGate } from "./CaptchaGate.js"
import type { CardReader } from "./CardReader.js"
import type { EnterpriseRegistry } from "./EnterpriseRegistry.js"
import type { Entropy } from "./Entropy.js"
import type { IdCardVerifier } from "./IdCardVerifier.js"
import type { PasswordHasher } from "./PasswordHasher.js"
import type { SmsSender } from "./SmsSender.js"
import type { Vault } from "./Vault.js"

/** Everything that the front door asks the outside world. */
export type Ports =
  | BankCardVerifier
  | BankUkeyGateway
  | CaptchaGate
  | CardReader
  | EnterpriseRegistry
  | Entropy
  | IdCardVerifier
  | PasswordHasher
  | SmsSender
  | Vault
