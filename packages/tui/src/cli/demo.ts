import * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Effect from "effect/Effect"
import { FoundWrong, Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { type Database, nameOf, Settings, type SettingsShape } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

const DEFAULT: Database = { kind: "sqlite", path: "./single-window-demo.db" }

/** Makes way for a new demonstration: only another demonstration is ever taken away. */
const clearAway = ({ database, keyFile, words }: SettingsShape) =>
  Effect.gen(function* () {
    if (database.kind === "memory") return
    const { clearDemonstration } = yield* Effect.promise(() => import("../ground.js"))
    if (!(yield* clearDemonstration(database, keyFile)))
      return yield* Effect.fail(new Usage({ message: words.demo.notOurs(nameOf(database)) }))
  })

const show = Effect.gen(function* () {
  const given = yield* Settings
  const settings: SettingsShape = {
    ...given,
    database: given.databaseGiven ? given.database : DEFAULT,
    worldFile: undefined
  }
  const { words, database } = settings
  const output = yield* Output
  yield* clearAway(settings)
  const { playAll } = yield* Effect.promise(() => import("../demo/play.js"))
  const { standing } = yield* Effect.promise(() => import("../demo/otherSteps.js"))
  yield* output.line(words.demo.title)
  const told = Effect.gen(function* () {
    const steps = yield* playAll
    return { steps, ...(yield* standing) }
  })
  const { steps, accounts, certified, journal } = yield* withDoor("demonstrate", told).pipe(
    Effect.provideService(Settings, settings)
  )
  const refused = steps.filter(({ outcome }) => outcome !== "ok").length
  yield* output.json({ steps, accounts, certified, refused, journal })
  yield* output.line("")
  yield* output.line(words.demo.sum(steps.length, accounts, certified, refused))
  if (journal.verified) yield* output.line(words.journal.whole(journal.events, accounts))
  if (database.kind !== "memory") {
    const name = nameOf(database)
    const option = database.kind === "sqlite" ? `sqlite:${name}` : name
    for (const line of words.demo.goOn(name, option)) yield* output.line(line)
  }
  if (!journal.verified) return yield* Effect.fail(new FoundWrong())
})

export const demo = ({ demo: words }: Words) =>
  Command.make("demo", {}, () => show).pipe(
    Command.withDescription(HelpDoc.sequence(HelpDoc.p(words.summary), HelpDoc.p(words.about)))
  )
