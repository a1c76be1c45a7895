import { LedgerConformance, StoreConformance } from "@single-window/testkit/conformance"
import { Effect, Layer, Redacted } from "effect"
import * as Sqlite from "../../src/sqlite/index.js"
import * as Vaults from "../../src/vault/index.js"
import { filename } from "./place.js"

const place = Effect.map(filename, (path) => Sqlite.layer({ filename: path }))
const ledger = Layer.unwrapScoped(place)
const vault = (digit: string) => Vaults.layer({ key: Redacted.make(`0123456789abcde${digit}`.repeat(4)) })

LedgerConformance.suite("SQLite", ledger, place)
StoreConformance.suite("SQLite and AES-256-GCM", { ledger, vault: vault("0"), otherVault: vault("1") })
