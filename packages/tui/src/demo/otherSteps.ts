import * as MigrationFile from "@single-window/adapters/migration-file"
import {
  Actor,
  assess,
  CurrentPolicy,
  chinaDate,
  claimHolders,
  type Refusal,
  SingleWindow,
  Store,
  screening
} from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { importer } from "../commandLine/importRows.js"
import { sampleFile } from "./demoWorld.js"
import type { OtherStep } from "./Step.js"

const rows = Effect.map(Effect.orDie(Stream.runCollect(MigrationFile.read(sampleFile))), Chunk.toReadonlyArray)

const screened = Effect.gen(function* () {
  const policy = yield* CurrentPolicy
  const today = chinaDate(yield* Clock.currentTimeMillis)
  const { step, summary } = screening()
  for (const read of yield* rows) {
    const assessed = assess(read, policy, today)
    step(assessed, yield* claimHolders(assessed))
  }
  const { ready, fixable, duplicate, invalid, ...rest } = summary()
  return `rows=${rest.rows}  ready=${ready}  fixable=${fixable}  needs-administrator=${rest["needs-administrator"]}  duplicate=${duplicate}  invalid=${invalid}`
})

const imported = Effect.gen(function* () {
  const policy = yield* CurrentPolicy
  const { add, summary } = importer(policy, chinaDate(yield* Clock.currentTimeMillis))
  yield* add(yield* rows)
  return `imported=${summary().imported}  skipped=${summary().skipped}`
})

const completeness = Effect.gen(function* () {
  const door = yield* SingleWindow
  const { problems, next } = yield* door.ask(yield* door.actorFor("ciq_bj_001"), "Completeness", {})
  const missing = problems.map(({ field, problem }) => `${field}:${problem}`)
  return `problems=${missing.join(",")}  next=${next.join(",")}`
})

const operators = Effect.gen(function* () {
  const door = yield* SingleWindow
  const found = yield* door.ask(yield* door.actorFor("qingdaoadmin"), "ListOperators", {})
  return found.map(({ username }) => username).join(", ")
})

const verified = Effect.gen(function* () {
  const { events, streams, verified: whole } = yield* (yield* Store).verifyJournal
  return `events=${events}  streams=${streams}  verified=${whole}`
})

/** What is no command, summed up in a line. */
export const playOther = (
  other: OtherStep["other"]
): Effect.Effect<string, Refusal, SingleWindow | Store | CurrentPolicy> => {
  switch (other) {
    case "screen":
      return screened
    case "ImportMigratedAccounts":
      return imported
    case "Completeness":
      return completeness
    case "ListOperators":
      return operators
    case "journal verify":
      return verified
  }
}

/** How the store stands when the story is over. */
export const standing = Effect.gen(function* () {
  const store = yield* Store
  const { events, verified: whole } = yield* store.verifyJournal
  const everybody = yield* Stream.runCount(store.accounts)
  const certified = yield* (yield* SingleWindow).ask(Actor.System({ name: "demo" }), "FindAccounts", {
    certification: "certified",
    limit: 500
  })
  return { accounts: everybody, certified: certified.accounts.length, journal: { events, verified: whole } }
})
