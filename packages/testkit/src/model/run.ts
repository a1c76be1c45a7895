import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as fc from "fast-check"
import { type Watch, watch } from "../invariants/index.js"
import { judge } from "../scenario/judge.js"
import { type OpenOptions, open, type Session } from "../scenario/open.js"
import type { Step } from "../scenario/steps.js"
import { write } from "../scenario/write.js"
import { disagreements } from "./agree.js"
import { setting, settingInput } from "./cast.js"
import { type Model, modelAtStart } from "./Model.js"
import { HERO } from "./pick.js"
import type { Move, Turn } from "./Rule.js"
import { type Kind, moves, themes, turns } from "./themes.js"

/** A single window being watched, and everything that was done. */
interface Watched {
  readonly session: Session
  readonly watch: Watch
  readonly steps: Array<Step>
}

/** A command of fast-check's: what it does depends on how the model stands when its turn comes. */
type Command = fc.AsyncCommand<Model, Watched>

/** Looks at the store after a command; throws when a promise was broken or the model stands otherwise. */
const lookAfter = (model: Model, { session, watch }: Watched) =>
  Effect.map(Effect.orDie(session.look(watch.check)), (violations) => {
    const broken = violations.map(
      ({ invariant, username, what, facts }) => `${invariant} ${what}: ${username} ${JSON.stringify(facts)}`
    )
    const wrong = [...broken, ...disagreements(model, watch.accounts)]
    if (wrong.length > 0) throw new Error(wrong.join("\n"))
  })

const doStep = (model: Model, watched: Watched, step: Step): Promise<void> =>
  Effect.runPromise(
    Effect.gen(function* () {
      watched.steps.push(step)
      const came = yield* Effect.exit(watched.session.perform(step))
      const outcome = Exit.isSuccess(came) ? came.value : { kind: "failed" as const, why: Cause.pretty(came.cause) }
      const verdict = judge(step, outcome)
      if (verdict !== undefined) {
        throw new Error(`expected ${JSON.stringify(verdict.expected)}, came ${JSON.stringify(verdict.actual)}`)
      }
      yield* lookAfter(model, watched)
    })
  )

/** Puts the story's own account where the arguments say so. */
const told = <Args>(args: Args, { hero }: Model): Args =>
  typeof args === "object" && args !== null && "username" in args && args.username === HERO
    ? { ...args, username: hero }
    : args

/** Every kind of command, each with its arguments; the table's own types are seen alike here. */
const commandOf = (kind: Kind): fc.Arbitrary<Command> => {
  const name = (given: unknown) => () => `${kind} ${JSON.stringify(given)}`
  const turn = (turns as unknown as Readonly<Record<string, Turn<unknown>>>)[kind]
  if (turn !== undefined) {
    return turn.args.map((args) => ({
      check: () => true,
      run: async (model, watched) => {
        turn.turn(args, model)
        await doStep(model, watched, turn.step(args))
      },
      toString: name(args)
    }))
  }
  const move = (moves as unknown as Readonly<Record<string, Move<unknown>>>)[kind]
  if (move === undefined) throw new Error(`no such kind: ${kind}`)
  return move.args.map((given) => ({
    check: (model) => move.step(told(given, model), model) !== undefined,
    run: async (model, watched) => {
      const args = told(given, model)
      const step = move.step(args, model)
      if (step === undefined) return
      const expected = move.play(args, model)
      await doStep(model, watched, "do" in step ? { ...step, ...expected } : step)
    },
    toString: name(given)
  }))
}

export interface ModelOptions {
  /** How many stories are told. */
  readonly runs: number
  /** The most commands in one. */
  readonly commands: number
  readonly seed?: number
  /** A place for the accounts of one story, fresh each time; memory unless said. */
  readonly ledger?: () => NonNullable<OpenOptions["ledger"]>
}

/** Tells one story on a fresh single window; what was done, and what was wrong with it. */
const tell = async (hero: string, commands: Iterable<Command>, options: ModelOptions) => {
  const scope = await Effect.runPromise(Scope.make())
  try {
    const ledger = options.ledger?.()
    const session = await Effect.runPromise(
      Scope.extend(open(setting, ledger === undefined ? {} : { ledger }), scope).pipe(Effect.orDie)
    )
    const watched: Watched = { session, watch: await Effect.runPromise(session.look(watch())), steps: [] }
    const model = modelAtStart(hero)
    try {
      await Effect.runPromise(lookAfter(model, watched))
      await fc.asyncModelRun(() => ({ model, real: watched }), commands)
      return { steps: watched.steps, wrong: undefined }
    } catch (error) {
      return { steps: watched.steps, wrong: error instanceof Error ? error.message : String(error) }
    }
  } finally {
    await Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

export interface ModelReport {
  readonly seed: number
  readonly runs: number
  /** How often each kind of command was done, the wrong story included. */
  readonly done: Readonly<Record<string, number>>
  /** What was refused, by tag. */
  readonly refused: Readonly<Record<string, number>>
  readonly failure?: {
    readonly why: string
    /** The shortest story that shows it, as a scenario file. */
    readonly scenario: string
  }
}

const count = (all: Map<string, number>, key: string): void => {
  all.set(key, (all.get(key) ?? 0) + 1)
}

const firstWord = (step: Step): string => ("do" in step ? step.do : (Object.keys(step)[0] ?? ""))

/** Plays random stories on a single window and on the model at once, and shortens the first in which they part. */
export const runModel = async (options: ModelOptions): Promise<ModelReport> => {
  const done = new Map<string, number>()
  const refused = new Map<string, number>()
  const stories = themes.map((theme) =>
    fc.commands(theme.map(commandOf), { maxCommands: options.commands, size: "max" })
  )
  const property = fc.asyncProperty(
    fc.constantFrom("ciq_a", "ciq_b", "ciq_c"),
    fc.oneof(...stories),
    async (hero, commands) => {
      const { steps, wrong } = await tell(hero, commands, options)
      for (const step of steps) {
        count(done, firstWord(step))
        if ("do" in step && step.refused !== undefined) count(refused, step.refused)
      }
      if (wrong !== undefined) throw new Error(wrong)
    }
  )
  const details = await fc.check(property, {
    numRuns: options.runs,
    ...(options.seed === undefined ? {} : { seed: options.seed })
  })
  const report = {
    seed: details.seed,
    runs: details.numRuns,
    done: Object.fromEntries([...done].sort()),
    refused: Object.fromEntries([...refused].sort())
  }
  if (!details.failed || details.counterexample === null) return report
  const { steps, wrong } = await tell(...details.counterexample, options)
  return {
    ...report,
    failure: { why: wrong ?? "it did not happen again", scenario: write(settingInput as never, steps) }
  }
}
