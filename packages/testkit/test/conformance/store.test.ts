import { it } from "@effect/vitest"
import { Ledger, layerMemory, Store, Vault } from "@single-window/core"
import { World } from "@single-window/testkit"
import { StoreConformance } from "@single-window/testkit/conformance"
import { Effect, Exit, Layer } from "effect"
import { describe, expect } from "vitest"

const sound = (seed: string) => World.layer(World.make({}), { seed })

interface Broken {
  readonly is: string
  readonly ledger?: (ledger: Ledger["Type"]) => Ledger["Type"]
  readonly vault?: (vault: Vault["Type"]) => Vault["Type"]
  readonly caughtBy: ReadonlyArray<string>
}

const broken: ReadonlyArray<Broken> = [
  {
    is: "whose vault seals nothing",
    vault: (vault) => ({
      ...vault,
      seal: (_, __, text) => Effect.succeed(text),
      open: (_, __, text) => Effect.succeed(text)
    }),
    caughtBy: ["MUST NOT leave anything about a person readable in the ledger"]
  },
  {
    is: "whose vault opens a text anywhere",
    vault: (vault) => ({
      ...vault,
      seal: (key, _, text) => vault.seal(key, "anywhere", text),
      open: (key, _, text) => vault.open(key, "anywhere", text)
    }),
    caughtBy: [
      "MUST NOT open an entry that was carried to another place, even with its hashes made anew",
      "MUST NOT open a state that was carried to another account or version, key and all"
    ]
  },
  {
    is: "whose vault hashes the beginning only",
    vault: (vault) => ({ ...vault, digest: (text) => vault.digest(text.slice(0, 80)) }),
    caughtBy: [
      "MUST find every altered column of an entry, and say which entry",
      "MUST find any single change to the journal"
    ]
  },
  {
    is: "whose fingerprints are all the same",
    vault: (vault) => ({ ...vault, fingerprint: () => "same" }),
    caughtBy: ["MUST find accounts by enterprise and by document, page by page"]
  },
  {
    is: "whose ledger loses claims",
    ledger: (ledger) => ({
      ...ledger,
      commit: (commits) =>
        ledger.commit(
          commits.map((commit) => ({ ...commit, appends: commit.appends.map((append) => ({ ...append, claim: [] })) }))
        )
    }),
    caughtBy: [
      "MUST give a document to one account of an enterprise, in whatever spelling, and follow the account when it moves",
      "MUST keep a migrated name reserved after deletion, and let one of many take a name"
    ]
  }
]

const failing = ({ ledger = (it) => it, vault = (it) => it }: Omit<Broken, "is" | "caughtBy">) =>
  Effect.gen(function* () {
    const names: Array<string> = []
    const ledgers = Layer.effect(Ledger, Effect.map(Ledger, ledger)).pipe(Layer.provide(layerMemory))
    const vaults = Layer.effect(Vault, Effect.map(Vault, vault)).pipe(Layer.provide(sound("one")))
    const layer = Layer.provideMerge(Store.layer, Layer.merge(ledgers, vaults))
    for (const { name, run } of StoreConformance.cases) {
      const exit = yield* Effect.exit(Effect.provide(run, Layer.fresh(layer)))
      if (Exit.isFailure(exit)) names.push(name)
    }
    return names
  })

describe("the store suite can fail", () => {
  for (const { is, caughtBy, ...parts } of broken) {
    it.live(`on a store ${is}`, () =>
      Effect.map(failing(parts), (names) => expect(names).toEqual(expect.arrayContaining([...caughtBy])))
    )
  }

  it.live("on a store that starts with any key", () =>
    Effect.gen(function* () {
      const parts = { ledger: layerMemory, vault: sound("one"), otherVault: sound("one") }
      expect(Exit.isFailure(yield* Effect.exit(StoreConformance.refusesAnotherKey(parts)))).toBe(true)
    })
  )
})
