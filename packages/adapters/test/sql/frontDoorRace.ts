import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Vault from "@single-window/adapters/vault"
import { type Ledger, Store, type StoreUnavailable } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect, type Layer } from "effect"
import { assert } from "vitest"

const PROCESSES = 16
const ROUNDS = 50

const acme = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张示例"
}

const administrator = World.seed({
  username: "acmeadmin",
  role: "administrator",
  enterprise: acme,
  holder: { name: "张示例", document: { type: "passport", number: "E00000001" } }
})

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

/** They all open every store at the same moment, which is the first that anybody does. */
const raced = (places: ReadonlyArray<Place>, key: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const script = fileURLToPath(new URL("processes/racer.mjs", import.meta.url))
      // The built packages, as an installation runs them: the sources' condition is this test runner's own.
      const racers = Array.from({ length: PROCESSES }, (_, index) =>
        fork(script, [key, `racer-${index}`, ...places.map(({ address }) => address)], { execArgv: [] })
      )
      assert.deepStrictEqual(
        await Promise.all(racers.map((racer) => once(racer, "message").then(([said]) => said))),
        racers.map(() => "ready")
      )
      return racers
    }),
    (racers) =>
      Effect.sync(() => {
        for (const racer of racers) racer.kill()
      })
  )

export interface Place {
  /** As `processes/ledgerAt.mjs` takes it. */
  readonly address: string
  readonly ledger: Layer.Layer<Ledger, StoreUnavailable>
}

/** one document, fifty times in sixteen spellings at once, through the front door; one wins, and the others are told why not. */
export const frontDoorRace = (folder: string, places: ReadonlyArray<Place>) =>
  Effect.gen(function* () {
    const path = join(folder, "master.key")
    const vault = Vault.layerKeyFile({ path, create: true })
    const racers = yield* raced(places, path)
    for (const [at, { ledger }] of places.entries()) {
      const here = World.singleWindow(World.make({}), { ledger, vault })
      yield* Effect.provide(administrator, here)
      for (let round = 0; round < ROUNDS; round++) {
        const forms = spellings(`E${12345600 + round}`)
        const answers = yield* Effect.promise(() =>
          Promise.all(
            racers.map((racer, index) =>
              answerOf(racer, { at, username: `op${round}x${index}`.padEnd(6, "z"), number: forms[index] })
            )
          )
        )
        const times = (said: string) => answers.filter((answer) => answer === said).length
        assert.strictEqual(times("added"), 1, answers.join(" "))
        assert.strictEqual(times("DocumentAlreadyInEnterprise"), PROCESSES - 1, answers.join(" "))
      }
      const report = yield* Effect.provide(
        Effect.flatMap(Store, (store) => store.verifyJournal),
        here
      )
      assert.deepStrictEqual(report, { events: ROUNDS + 1, streams: ROUNDS + 1, verified: true })
    }
  })
