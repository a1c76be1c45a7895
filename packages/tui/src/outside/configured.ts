import { dirname, resolve } from "node:path"
import type { VerifierPort } from "@single-window/adapters/combinators"
import {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type PortName,
  type Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import { CouldNotAsk, Usage } from "../commandLine/Failed.js"
import { loadData } from "../commandLine/loadPolicy.js"
import type { SettingsShape } from "../commandLine/Settings.js"
import { type Configuration, configurablePorts, read } from "./Configuration.js"
import { Outside } from "./Outside.js"
import { askPin } from "./pinPad.js"
import type { Ready } from "./Ready.js"
import { handedPin } from "./typedPin.js"
import * as Unconfigured from "./unconfigured.js"

/** The configuration in the file that `--config` or the environment names. */
export const loadConfiguration = (path: string, settings: SettingsShape): Effect.Effect<Configuration, Usage> =>
  Effect.gen(function* () {
    const { words } = settings
    const data = yield* loadData("--config", path, settings)
    const pinPad = settings.atCommandLine === true && process.stdin.isTTY === true ? askPin(words.outside) : undefined
    const place = { folder: dirname(resolve(path)), words: words.outside, environment: process.env, pinPad }
    return yield* Either.mapLeft(
      read(data, place),
      (mistake) => new Usage({ message: words.usage.fileWrong("--config", mistake.path.join("."), mistake.why) })
    )
  })

/** Who is not there is asked next; who said no is not passed over. */
const inTurn =
  <Id, Service extends object>(port: VerifierPort<Id, Service>) =>
  (first: Layer.Layer<Id, Unavailable>, rest: ReadonlyArray<Ready<Id>>): Layer.Layer<Id, Unavailable> => {
    const [second, ...others] = rest
    if (second === undefined) return first
    return Layer.unwrapEffect(
      Effect.map(
        Effect.promise(() => import("@single-window/adapters/combinators")),
        ({ fallback }) => fallback(port, first, inTurn(port)(second.layer, others))
      )
    )
  }

/** Every port that is configured; of the others nobody can be asked. */
export const layerOf = (configuration: Configuration, { words }: SettingsShape) => {
  const port = <Id>(
    name: PortName,
    nobody: Layer.Layer<Id>,
    [first, ...rest]: ReadonlyArray<Ready<Id>>,
    joined: (first: Layer.Layer<Id, Unavailable>, rest: ReadonlyArray<Ready<Id>>) => Layer.Layer<Id, Unavailable> = (
      only
    ) => only
  ): Layer.Layer<Id, CouldNotAsk> =>
    first === undefined
      ? nobody
      : Layer.mapError(
          joined(first.layer, rest),
          ({ detail = "" }) => new CouldNotAsk({ message: words.outside.cannotStart(name, detail) })
        )
  const { ports } = Unconfigured
  return Layer.mergeAll(
    port("registry", ports.registry, configuration.registry, inTurn(EnterpriseRegistry)),
    port("id-card", ports["id-card"], configuration["id-card"], inTurn(IdCardVerifier)),
    port("bank-card", ports["bank-card"], configuration["bank-card"], inTurn(BankCardVerifier)),
    port("sms", ports.sms, configuration.sms),
    port("bank-ukey", ports["bank-ukey"], configuration["bank-ukey"]),
    handedPin(port("card", ports.card, configuration.card)),
    Layer.succeed(Outside, {
      mock: undefined,
      configured: new Set<PortName>(configurablePorts.filter((name) => configuration[name].length > 0)),
      returnUrl: configuration.returnUrl
    })
  )
}

/** The outside of a store that does not demonstrate: what the configuration says, if there is one. */
export const layer = (settings: SettingsShape) =>
  settings.configFile === undefined
    ? Unconfigured.layer
    : Layer.unwrapEffect(
        Effect.map(loadConfiguration(settings.configFile, settings), (configuration) =>
          layerOf(configuration, settings)
        )
      )
