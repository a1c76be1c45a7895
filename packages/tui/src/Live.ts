import * as Captcha from "@single-window/adapters/captcha"
import * as Entropy from "@single-window/adapters/entropy"
import { CurrentPolicy, Ledger, type Ports, SingleWindow, Store } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import { type Failed, FrontDoorRefused, Usage } from "./commandLine/Failed.js"
import { loadData, loadPolicy } from "./commandLine/loadPolicy.js"
import { Output } from "./commandLine/Output.js"
import { besideOf, type SettingsShape } from "./commandLine/Settings.js"
import { ground, type Opening } from "./ground.js"
import * as Configured from "./outside/configured.js"
import { CONFIGURED, DEMONSTRATION } from "./outside/demonstration.js"
import { passwords } from "./outside/keys.js"
import type { Outside } from "./outside/Outside.js"

/** Everything that a sub-command or a screen works with. */
export type Everything = SingleWindow | Store | Ledger | CurrentPolicy | Ports | Outside

/** The world of `--world`, or the demonstration's own. */
const chosenWorld = (settings: SettingsShape) =>
  Effect.gen(function* () {
    const { worldFile, words } = settings
    const { demoWorld, worldOf } = yield* Effect.promise(() => import("./demo/demoWorld.js"))
    if (worldFile === undefined) return demoWorld()
    return yield* Either.mapLeft(
      worldOf(yield* loadData("--world", worldFile, settings)),
      ({ path, problem }) => new Usage({ message: words.usage.fileWrong("--world", path, problem) })
    )
  })

const mocked = (settings: SettingsShape, opening: Opening) =>
  Effect.gen(function* () {
    const { database, words, worldFile } = settings
    const { note } = yield* Output
    yield* note(worldFile === undefined ? words.banner.demonstration : words.banner.world(worldFile))
    const memory = database.kind === "memory" ? undefined : `${besideOf(database)}.world.json`
    const Mock = yield* Effect.promise(() => import("./demo/mockWorld.js"))
    return Mock.layer({
      world: yield* chosenWorld(settings),
      memory,
      memoryFailed: () => note(words.store.memoryOfWorld(memory ?? "")),
      // What the demonstration tells is made up. What others type afterwards may be a real person.
      refuseUndeclared: opening !== "demonstrate"
    })
  })

/** Who answers for the outside: a mock only where it was asked for, or where the store itself says that it demonstrates. */
const outside = (settings: SettingsShape, opening: Opening) =>
  Layer.unwrapEffect(
    Effect.gen(function* () {
      const ledger = yield* Ledger
      const { configFile, configGiven, words, worldFile } = settings
      const real = (yield* ledger.meta(CONFIGURED)) !== undefined
      if (real && (worldFile !== undefined || opening === "demonstrate"))
        return yield* Effect.fail(new Usage({ message: words.outside.mockOnReal }))
      if (opening === "demonstrate") yield* ledger.keepMeta(DEMONSTRATION, "demo-world")
      const demonstrates = (yield* ledger.meta(DEMONSTRATION)) !== undefined
      if (!demonstrates && worldFile === undefined) {
        if (configFile !== undefined && !real) yield* ledger.keepMeta(CONFIGURED, "once")
        return Layer.merge(Configured.layer(settings), Captcha.layer)
      }
      if (demonstrates && configGiven) return yield* Effect.fail(new Usage({ message: words.outside.demonstrationToo }))
      if (configFile !== undefined) yield* (yield* Output).note(words.outside.demonstrationIgnores(configFile))
      return yield* mocked(settings, opening)
    })
  )

/** The only place where everything meets. */
export const live = (settings: SettingsShape, opening: Opening): Layer.Layer<Everything, Failed, Output> =>
  SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(outside(settings, opening)),
    Layer.provideMerge(ground(settings, opening)),
    Layer.provideMerge(Layer.mergeAll(Entropy.layer, passwords, Layer.effect(CurrentPolicy, loadPolicy(settings)))),
    Layer.mapError((error) =>
      error._tag === "StoreUnavailable" ? new FrontDoorRefused({ refusal: error, unconfigured: false }) : error
    )
  )
