import { BankUkeyGateway, CardReader, type PortName, SmsSender } from "@single-window/core"
import { Mock, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Outside } from "../outside/Outside.js"
import { handedPin } from "../outside/typedPin.js"
import * as worldMemory from "./worldMemory.js"

/** The mocks that leave the world changed: a message was sent, a bank was asked, a PIN was tried. */
const changing = (memory: worldMemory.Memory | undefined) => {
  if (memory === undefined)
    return Layer.mergeAll(Mock.SmsSender.layer, Mock.BankUkeyGateway.layer, handedPin(Mock.CardReader.layer))
  const { remembering } = worldMemory
  return Layer.mergeAll(
    remembering(SmsSender, Mock.SmsSender.layer, memory, ({ sendCode }, keeps) => ({
      sendCode: (message) => keeps(sendCode(message))
    })),
    remembering(BankUkeyGateway, Mock.BankUkeyGateway.layer, memory, ({ read, redirect }, keeps) => ({
      redirect: (request) => keeps(redirect(request)),
      read: (bank, parameters) => keeps(read(bank, parameters))
    })),
    handedPin(
      remembering(CardReader, Mock.CardReader.layer, memory, ({ authenticate }, keeps) => ({
        authenticate: (challenge) => keeps(authenticate(challenge))
      }))
    )
  )
}

const mocks = Layer.mergeAll(
  Mock.EnterpriseRegistry.layer,
  Mock.IdCardVerifier.layer,
  Mock.BankCardVerifier.layer,
  Mock.CaptchaGate.layer
)

const outside = Layer.effect(
  Outside,
  Effect.gen(function* () {
    return {
      mock: { runtime: yield* World.WorldRuntime, state: yield* World.WorldState },
      configured: new Set<PortName>(),
      returnUrl: undefined
    }
  })
)

export interface MockOptions {
  readonly world: World.World
  /** The file in which the world's state is kept from one process to the next. */
  readonly memory: string | undefined
  readonly memoryFailed: () => Effect.Effect<void>
  /** Whether to stop at anybody whom the world does not declare. */
  readonly refuseUndeclared: boolean
}

/** Verifiers, bank, card reader and captcha out of one mock world. Keys, passwords and chance stay real. */
export const layer = ({ world, memory: path, memoryFailed, refuseUndeclared }: MockOptions) => {
  const state = World.WorldState.layer(world, { refuseUndeclared })
  const memory = path === undefined ? undefined : { path, failed: memoryFailed }
  const remembered = memory === undefined ? Layer.empty : worldMemory.layer(memory)
  return outside.pipe(
    Layer.provideMerge(World.WorldRuntime.layer),
    Layer.provideMerge(Layer.merge(mocks, changing(memory))),
    Layer.provideMerge(remembered),
    Layer.provideMerge(state)
  )
}
