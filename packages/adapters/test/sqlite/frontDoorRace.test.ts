import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, it } from "@effect/vitest"
import * as Sqlite from "@single-window/adapters/sqlite"
import * as Vault from "@single-window/adapters/vault"
import { Store } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect } from "effect"
import { folder } from "./place.js"

const PROCESSES = 16
const ROUNDS = 50

const acme = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张示例"
}

const fullWidth = (text: string) =>
  Array.from(text, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join("")

/** One passport, as sixteen people would type it. */
const spellings = (number: string) => {
  const forms = [number, number.toLowerCase(), fullWidth(number), ` ${number} `, fullWidth(number.toLowerCase())]
  return Array.from({ length: PROCESSES }, (_, index) => forms[index % forms.length] ?? number)
}

const answerOf = (racer: ChildProcess, round: object) => {
  const answer = once(racer, "message").then(([said]) => String(said))
  racer.send(round)
  return answer
}

const raced = (filename: string, key: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const script = fileURLToPath(new URL("racer.mjs", import.meta.url))
      // The built packages, as an installation runs them: the sources' condition is this test runner's own.
      const racers = Array.from({ length: PROCESSES }, (_, index) =>
        fork(script, [filename, key, `racer-${index}`], { execArgv: [] })
      )
      await Promise.all(racers.map((racer) => once(racer, "message")))
      return racers
    }),
    (racers) =>
      Effect.sync(() => {
        for (const racer of racers) racer.kill()
      })
  )

it.scopedLive(
  "R-24: sixteen processes add one document in different spellings, fifty times: one wins each time, the others are refused",
  () =>
    Effect.gen(function* () {
      const place = yield* folder
      const filename = join(place, "store.db")
      const key = join(place, "master.key")
      const first = World.singleWindow(World.make({}), {
        ledger: Sqlite.layer({ filename }),
        vault: Vault.layerKeyFile({ path: key, create: true })
      })
      const administrator = World.seed({
        username: "acmeadmin",
        role: "administrator",
        enterprise: acme,
        holder: { name: "张示例", document: { type: "passport", number: "E00000001" } }
      })
      yield* Effect.provide(administrator, first)
      const racers = yield* raced(filename, key)
      for (let round = 0; round < ROUNDS; round++) {
        const forms = spellings(`E${12345600 + round}`)
        const answers = yield* Effect.promise(() =>
          Promise.all(
            racers.map((racer, index) =>
              answerOf(racer, { username: `op${round}x${index}`.padEnd(6, "z"), number: forms[index] })
            )
          )
        )
        const times = (said: string) => answers.filter((answer) => answer === said).length
        assert.strictEqual(times("added"), 1, answers.join(" "))
        assert.strictEqual(times("DocumentAlreadyInEnterprise"), PROCESSES - 1, answers.join(" "))
      }
      const report = yield* Effect.provide(
        Effect.flatMap(Store, (store) => store.verifyJournal),
        first
      )
      assert.deepStrictEqual(report, { events: ROUNDS + 1, streams: ROUNDS + 1, verified: true })
    }),
  120_000
)
