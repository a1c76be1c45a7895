import { stripVTControlCharacters } from "node:util"
import {
  Actor,
  CurrentPolicy,
  defaultPolicy,
  type Language,
  layerMemory,
  SingleWindow,
  Store
} from "@single-window/core"
import { Mock, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { render } from "ink-testing-library"
import { demoWorld } from "../../src/demo/demoWorld.js"
import type { MockOutside } from "../../src/demo/MockOutside.js"
import * as MockWorld from "../../src/demo/mockWorld.js"
import type { Everything } from "../../src/Live.js"
import { Outside } from "../../src/outside/Outside.js"
import { App } from "../../src/terminal/App.js"
import type { Gate } from "../../src/terminal/hostGate.js"
import type { KeyPress } from "../../src/terminal/Keys.js"
import { type Session, type SessionLimits, sessionLimits } from "../../src/terminal/Session.js"
import type { Opened, Size } from "../../src/terminal/Shell.js"

/** A whole application on the demonstration's world with a store in memory, in this process: faults can be scripted. */
export interface OpenScreen {
  readonly press: (...keys: ReadonlyArray<string>) => Promise<void>
  readonly type: (text: string) => void
  readonly text: () => string
  readonly resize: (size: Size) => void
  /** How often something was drawn. */
  readonly frames: () => number
  readonly until: (wanted: string | RegExp | (() => boolean), milliseconds?: number) => Promise<void>
  readonly mock: MockOutside
  readonly run: <A, E>(work: Effect.Effect<A, E, Everything>) => Promise<A>
  /** Work that is begun from now on stands still until the answer is called: before anything of it is done, or when all of it is. */
  readonly hold: (when?: "before" | "after") => () => void
  /** The application ends as if it were killed; what is stored stays. */
  readonly reopen: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Opening {
  readonly accounts: ReadonlyArray<World.Seed>
  /** The user name of the holder, or `staff:NAME/ROLE`; nobody has logged in yet without it. */
  readonly as?: string
  readonly language?: Language
  readonly screenReader?: boolean
  readonly columns?: number
  readonly rows?: number
  readonly limits?: SessionLimits
  readonly gate?: Gate
  /** Whether the outside is known to be a mock world; without one nobody comes back to a session by a key alone. */
  readonly mocked?: boolean
  /** The front door never opens: whatever is asked is still being asked. */
  readonly shut?: boolean
}

const everything = () => {
  const world = { world: demoWorld(), memory: undefined, memoryFailed: () => Effect.void, refuseUndeclared: false }
  return SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(
      Layer.mergeAll(
        MockWorld.layer(world),
        layerMemory,
        Mock.PasswordHasher.layer,
        Layer.succeed(CurrentPolicy, defaultPolicy)
      ).pipe(
        Layer.provideMerge(Layer.mergeAll(Mock.Vault.layer, Mock.Entropy.layer)),
        Layer.provideMerge(World.WorldState.layer(demoWorld()))
      )
    )
  )
}

export const openScreen = async ({
  accounts,
  as,
  language = "zh",
  screenReader = false,
  columns = 80,
  rows = 24,
  limits = sessionLimits({}),
  gate,
  mocked = true,
  shut = false
}: Opening): Promise<OpenScreen> => {
  const runtime = ManagedRuntime.make(everything()) as unknown as ManagedRuntime.ManagedRuntime<Everything, never>
  for (const account of accounts) await runtime.runPromise(World.seed(account))
  const { mock } = await runtime.runPromise(Outside)
  if (mock === undefined) throw new Error("no mock world")
  const staff = /^staff:(\w+)\/(viewer|clerk|supervisor)$/.exec(as ?? "")
  const role = staff?.[2] as "viewer" | "clerk" | "supervisor" | undefined
  const session: Session | undefined =
    as === undefined
      ? undefined
      : {
          actor:
            role === undefined
              ? await runtime.runPromise(Effect.flatMap(SingleWindow, (door) => door.actorFor(as)))
              : Actor.Staff({ name: staff?.[1] ?? "", role }),
          name: staff?.[1] ?? as,
          role: role ?? accounts.find(({ username }) => username === as)?.role ?? "personal",
          restricted: false,
          since: Date.now()
        }
  const held = { before: Promise.resolve(), after: Promise.resolve() }
  const holding = Object.create(runtime, {
    runCallback: {
      value: ((work, options) =>
        runtime.runCallback(
          Effect.promise(() => held.before).pipe(
            Effect.zipRight(work),
            Effect.tap(() => Effect.promise(() => held.after))
          ),
          options
        )) satisfies typeof runtime.runCallback
    }
  }) as typeof runtime
  let listeners = new Set<(press: KeyPress) => void>()
  const resized = new Set<(size: Size) => void>()
  const show = () =>
    render(
      <App
        wires={{
          opened: shut ? new Promise<Opened>(() => undefined) : Promise.resolve({ runtime: holding, mocked }),
          onKey: (listener) => {
            listeners.add(listener)
            return () => void listeners.delete(listener)
          },
          onSize: (listener) => {
            resized.add(listener)
            return () => void resized.delete(listener)
          },
          setCursor: () => undefined,
          gate,
          quit: () => undefined
        }}
        size={{ columns, rows }}
        language={language}
        theme="none"
        screenReader={screenReader}
        session={session}
        limits={limits}
      />
    )
  let instance = show()
  // What stands out is drawn by the program itself; a test of what it says reads the words.
  const text = () => stripVTControlCharacters(instance.lastFrame() ?? "")
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const send = (press: KeyPress) => {
    for (const listener of listeners) listener(press)
  }
  const until: OpenScreen["until"] = async (wanted, milliseconds = 8000) => {
    const end = Date.now() + milliseconds
    const holds = () =>
      typeof wanted === "function"
        ? wanted()
        : typeof wanted === "string"
          ? text().includes(wanted)
          : wanted.test(text())
    while (!holds()) {
      if (Date.now() > end) throw new Error(`waited for ${String(wanted)}:\n${text()}`)
      await pause(5)
    }
  }
  return {
    press: async (...keys) => {
      for (const key of keys) {
        send(key.length === 1 ? { type: "text", text: key } : { type: "key", name: key })
        await pause(4)
      }
    },
    type: (typed) => send({ type: "text", text: typed }),
    text,
    resize: (size) => {
      for (const listener of resized) listener(size)
    },
    frames: () => instance.frames.length,
    until,
    mock,
    hold: (when = "before") => {
      let release: () => void = () => undefined
      held[when] = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    run: (work) => runtime.runPromise(work),
    reopen: async () => {
      instance.unmount()
      listeners = new Set()
      instance = show()
    },
    close: async () => {
      instance.unmount()
      await runtime.dispose()
    }
  }
}
