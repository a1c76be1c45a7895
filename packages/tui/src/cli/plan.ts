import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import { argument } from "../commandLine/arguments.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

const levels = ["none", "low", "medium", "high"] as const

const show = ({ username, to }: { readonly username: string; readonly to: (typeof levels)[number] }) =>
  Effect.gen(function* () {
    const output = yield* Output
    const { language, words } = yield* Settings
    const { Actor, plannedStepSentence, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const plan = yield* withDoor(
      "existing",
      Effect.flatMap(SingleWindow, (door) =>
        door.ask(Actor.Staff({ name: staffName(), role: "viewer" }), "PlanTo", { level: to }, { account: username })
      )
    )
    yield* output.json({ username, ...plan })
    if (plan.reached) return yield* output.line(words.plan.reached(plan.from))
    for (const way of plan.ways) {
      yield* output.line(`${way.shortest ? "*" : " "} ${way.method} → ${way.level}`)
      for (const [index, step] of way.steps.entries()) {
        yield* output.line(`    ${index + 1}. ${plannedStepSentence(step, language)}  ${step.rules.join(" ")}`)
      }
    }
    for (const { method, why } of plan.blocked) {
      yield* output.line(words.plan.blocked(method, why === "level-too-low" ? why : why.tag))
    }
  })

export const plan = (words: Words) =>
  Command.make(
    "plan",
    {
      username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.account.username)),
      to: Options.choice("to", levels).pipe(Options.withDescription(words.plan.to))
    },
    show
  ).pipe(Command.withDescription(words.plan.summary))
