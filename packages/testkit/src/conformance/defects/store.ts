import { Ledger, layerMemory, type PlacedEventRow, Store, Vault } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as World from "../../world/index.js"
import { casesWith, REFUSES_ANOTHER_KEY } from "../cases/store.js"
import { changing, overwriting } from "./ledger/spoil.js"
import { planted, type Says, says } from "./Planted.js"

const vaultOf = (seed: string) => World.layer(World.make({}), { seed })

interface Broken {
  readonly defect: Says
  readonly ledger?: (ledger: Ledger["Type"]) => Ledger["Type"]
  readonly vault?: (vault: Vault["Type"]) => Vault["Type"]
  readonly caughtBy: ReadonlyArray<string>
}

const broken: ReadonlyArray<Broken> = [
  {
    defect: says("保险库什么都不封", "its vault seals nothing"),
    vault: (vault) => ({
      ...vault,
      seal: (_, __, text) => Effect.succeed(text),
      open: (_, __, text) => Effect.succeed(text)
    }),
    caughtBy: ["MUST NOT leave anything about a person readable in the ledger"]
  },
  {
    defect: says("封好的内容换个地方也能打开", "its vault opens a text anywhere"),
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
    defect: says("摘要只算开头，账本改了看不出来", "its vault digests the beginning only"),
    vault: (vault) => ({ ...vault, digest: (text) => vault.digest(text.slice(0, 80)) }),
    caughtBy: [
      "MUST find every altered column of an entry, and say which entry",
      "MUST find any single change to the journal"
    ]
  },
  {
    defect: says("所有指纹都相同", "its fingerprints are all the same"),
    vault: (vault) => ({ ...vault, fingerprint: () => "same" }),
    caughtBy: ["MUST find accounts by enterprise and by document, page by page"]
  },
  {
    defect: says("账本丢失唯一键", "its ledger loses claims"),
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
  },
  {
    defect: says("打开时丢失了事由", "its vault loses the reasons as it opens"),
    vault: (vault) => ({
      ...vault,
      open: (key, context, text) =>
        Effect.map(vault.open(key, context, text), (open) => open.replace(/"reason":"[^"]*"/, '"reason":""'))
    }),
    caughtBy: ["MUST open what it sealed: the account, its history and the reasons"]
  },
  {
    defect: says("重复的命令又做一遍", "its ledger does a repeated command again"),
    ledger: changing(({ appends }) => ({ appends })),
    caughtBy: ["MUST repeat the answer to a command that comes twice, and do it once"]
  },
  {
    defect: says("覆盖他人的写入（丢失更新）", "its ledger writes over what others wrote"),
    ledger: overwriting,
    caughtBy: ["MUST refuse what was decided on an account as it no longer is"]
  },
  {
    defect: says("预演时不看唯一键", "it rehearses without looking at unique keys"),
    ledger: (ledger) => ({ ...ledger, claimOwner: () => Effect.succeed(undefined) }),
    caughtBy: [
      "MUST say in a rehearsal what a commit would have answered as to unique keys but documents, and write nothing"
    ]
  },
  {
    defect: says("日志缺一条", "its journal has a gap"),
    ledger: (ledger) => ({
      ...ledger,
      journal: (position) => Stream.filter(ledger.journal(position), (event) => event.version !== 2)
    }),
    caughtBy: ["MUST find a sound journal sound"]
  },
  {
    defect: says("日志停在第一次读的样子", "its journal stays as it was when first read"),
    ledger: (ledger) => {
      let snapshot: ReadonlyArray<PlacedEventRow> | undefined
      const first = Effect.suspend(() =>
        snapshot === undefined
          ? Effect.map(Stream.runCollect(ledger.journal(0)), Chunk.toReadonlyArray)
          : Effect.succeed(snapshot)
      ).pipe(
        Effect.tap((rows) =>
          Effect.sync(() => {
            snapshot = rows
          })
        )
      )
      return {
        ...ledger,
        journal: (position) =>
          Stream.unwrap(Effect.map(first, (rows) => Stream.fromIterable(rows.filter((row) => row.position > position))))
      }
    },
    caughtBy: ["MUST find a journal sound to which others write meanwhile"]
  },
  {
    defect: says("所有摘要都相同", "its vault digests everything alike"),
    vault: (vault) => ({ ...vault, digest: () => vault.digest("") }),
    caughtBy: ["MUST find a missing, added or displaced entry, and say where"]
  },
  {
    defect: says("遍历漏掉账号", "its ledger leaves out accounts when it gives all"),
    ledger: (ledger) => ({ ...ledger, heads: Stream.take(ledger.heads, 1) }),
    caughtBy: ["MUST find a tail that was cut off, of the journal or of the accounts"]
  }
]

const over = ({ ledger = (it) => it, vault = (it) => it }: Omit<Broken, "defect" | "caughtBy">) => {
  const ledgers = Layer.effect(Ledger, Effect.map(Ledger, ledger)).pipe(Layer.provide(Layer.fresh(layerMemory)))
  const vaults = Layer.effect(Vault, Effect.map(Vault, vault)).pipe(Layer.provide(vaultOf("one")))
  return Layer.orDie(Layer.provideMerge(Store.layer, Layer.merge(ledgers, vaults)))
}

export const store = planted(
  "Store",
  // The other key is the same: whoever trusts it starts on any.
  casesWith({ otherVault: vaultOf("one") }),
  [
    ...broken.map(({ caughtBy, defect, ...parts }) => ({ defect, caughtBy, layer: over(parts) })),
    { defect: says("换了密钥也照样启动", "it starts with any key"), caughtBy: [REFUSES_ANOTHER_KEY], layer: over({}) }
  ],
  "real"
)
