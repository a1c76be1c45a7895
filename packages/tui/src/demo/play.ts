import {
  type CurrentPolicy,
  type Refusal,
  type RefusalTag,
  registry,
  remedySentence,
  SingleWindow,
  type Store
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { actorFor, inputFor } from "../commandLine/acting.js"
import { actingOf } from "../commandLine/actor.js"
import { type Failed, NotUsable } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import { Outside } from "../outside/Outside.js"
import { sentenceOf } from "../text/sentenceOf.js"
import { playOther } from "./otherSteps.js"
import type { Before, CommandStep, Says, Step } from "./Step.js"
import { story } from "./story/index.js"

/** A step as `demo --json` tells it. */
export interface Played {
  readonly title: string
  readonly command: string
  readonly actor: string
  /** `ok`, or the refusal's tag. */
  readonly outcome: string
}

const prepare = (before: Before) =>
  Effect.gen(function* () {
    const { mock } = yield* Outside
    if (mock === undefined) return yield* Effect.dieMessage("a demonstration without a mock world")
    const { runtime } = mock
    if ("insert" in before) yield* Effect.orDie(runtime.insert(before.insert))
    else if ("remove" in before) yield* runtime.remove
    else yield* Effect.orDie(runtime.fault(before.fault, before.next))
  })

const runCommand = (step: CommandStep) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const door = yield* SingleWindow
    if (step.before !== undefined) yield* prepare(step.before)
    const actor = yield* actorFor(yield* actingOf(step.as, words), registry[step.do].may, undefined, words)
    const input = yield* inputFor(step.with ?? {}, actor, words, language)
    const envelope = {
      ...(step.on === undefined ? {} : { account: step.on }),
      ...(step.reason === undefined ? {} : { reason: step.reason })
    }
    if (step.dryRun !== true) return yield* door.executeJson(actor, step.do, input, envelope)
    return (yield* door.rehearseJson(actor, step.do, input, envelope)).result
  })

/** What of a result is worth a line; the rest is what the step was about anyway. */
const told = [
  "step",
  "level",
  "changed",
  "backfilled",
  "voided",
  "codeSentTo",
  "next",
  "warnings",
  "deleted",
  "successorOf"
]

const summaryOf = (result: unknown): string =>
  typeof result !== "object" || result === null
    ? ""
    : told
        .flatMap((name) => {
          const value = (result as Readonly<Record<string, unknown>>)[name]
          if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
          return [`${name}=${Array.isArray(value) ? value.join(",") : String(value)}`]
        })
        .join("  ")

const isFailed = (error: Refusal | Failed): error is Failed => "message" in error && error._tag === "Usage"

type Deed = Effect.Effect<string, Refusal | Failed, SingleWindow | Store | CurrentPolicy | Settings | Outside>

/** Tells one step as it goes; a step that ends otherwise than the story says breaks the demonstration off. */
const play = (step: Step, number: number) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const { line } = yield* Output
    const say = (says: Says) => says[language]
    const title = say(step.title)
    const command = "do" in step ? step.do : step.other
    const about = "do" in step && step.dryRun === true ? `${command} --dry-run` : command
    yield* line(`${String(number).padStart(3)}. ${title}`)
    yield* line(`     ${about}  ${words.demo.as(step.as)}`)
    const deed: Deed = "do" in step ? Effect.map(runCommand(step), summaryOf) : playOther(step.other)
    const ended = yield* Effect.either(deed)
    if (Either.isLeft(ended) && isFailed(ended.left)) return yield* Effect.fail(ended.left)
    const refusal = Either.isLeft(ended) ? (ended.left as Refusal) : undefined
    const expected: RefusalTag | undefined = "do" in step ? step.refused : undefined
    if (refusal?._tag !== expected) {
      const found = refusal === undefined ? "ok" : `${refusal._tag} ${sentenceOf(refusal, language)}`
      return yield* Effect.fail(new NotUsable({ message: words.demo.unexpected(title, expected ?? "ok", found) }))
    }
    if (refusal === undefined) {
      const summary = Either.isRight(ended) ? ended.right : ""
      yield* line(`     ✓ ${words.done}${summary === "" ? "" : `  ${summary}`}`)
    } else {
      yield* line(`     ✗ ${refusal._tag}  ${sentenceOf(refusal, language)}`)
      for (const remedy of refusal.remedies) yield* line(`       → ${remedySentence(remedy, language)}`)
    }
    const played: Played = { title, command: about, actor: step.as, outcome: refusal?._tag ?? "ok" }
    return played
  })

/** The whole story, and how every step of it ended. */
export const playAll = Effect.gen(function* () {
  const { language } = yield* Settings
  const { line } = yield* Output
  const played: Array<Played> = []
  for (const { title, steps } of story) {
    yield* line("")
    yield* line(`── ${title[language]}`)
    for (const step of steps) played.push(yield* play(step, played.length + 1))
  }
  return played
})
