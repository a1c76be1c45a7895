import type * as Core from "@single-window/core"
import * as Layer from "effect/Layer"
import * as Mock from "../mock/index.js"
import type { World } from "./World.js"
import { WorldRuntime } from "./WorldRuntime.js"
import { type WorldOptions, WorldState } from "./WorldState.js"

/** Every port that the core asks. */
export type Ports =
  | Core.EnterpriseRegistry
  | Core.IdCardVerifier
  | Core.BankCardVerifier
  | Core.SmsSender
  | Core.BankUkeyGateway
  | Core.CardReader
  | Core.CaptchaGate
  | Core.PasswordHasher
  | Core.Vault
  | Core.Entropy

const mocks = Layer.mergeAll(
  Mock.EnterpriseRegistry.layer,
  Mock.IdCardVerifier.layer,
  Mock.BankCardVerifier.layer,
  Mock.SmsSender.layer,
  Mock.BankUkeyGateway.layer,
  Mock.CardReader.layer,
  Mock.CaptchaGate.layer,
  Mock.PasswordHasher.layer,
  Mock.Vault.layer,
  Mock.Entropy.layer
)

/** All ports answered by one world, and the runtime that steers it. Each call makes a world of its own. */
export const layer = (world: World, options: WorldOptions = {}): Layer.Layer<Ports | WorldRuntime> =>
  WorldRuntime.layer.pipe(Layer.provideMerge(mocks), Layer.provide(WorldState.layer(world, options)))
