import { bankCardVerifier } from "./bankCardVerifier.js"
import { bankUkeyGateway } from "./bankUkeyGateway.js"
import { captchaGate } from "./captchaGate.js"
import { cardReader } from "./cardReader.js"
import { enterpriseRegistry } from "./enterpriseRegistry.js"
import { entropy } from "./entropy.js"
import { idCardVerifier } from "./idCardVerifier.js"
import { ledger } from "./ledger.js"
import type { DefectsOf } from "./Planted.js"
import { passwordHasher } from "./passwordHasher.js"
import { smsSender } from "./smsSender.js"
import { store } from "./store.js"
import { vault } from "./vault.js"

export type { Defect, DefectsOf } from "./Planted.js"

/** Every defect that was planted to prove that a suite can fail. */
export const plantedDefects: ReadonlyArray<DefectsOf> = [
  enterpriseRegistry,
  idCardVerifier,
  bankCardVerifier,
  smsSender,
  bankUkeyGateway,
  cardReader,
  captchaGate,
  passwordHasher,
  vault,
  entropy,
  ledger,
  store
]
