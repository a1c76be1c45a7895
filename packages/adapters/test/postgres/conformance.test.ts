import { LedgerConformance, StoreConformance } from "@single-window/testkit/conformance"
import { Effect, Layer, Redacted } from "effect"
import * as Postgres from "../../src/postgres/index.js"
import * as Vaults from "../../src/vault/index.js"
import { database } from "./place.js"

const place = Effect.map(database, (url) => Postgres.layer({ url: Redacted.make(url) }))
const ledger = Layer.unwrapEffect(place)
const vault = (digit: string) => Vaults.layer({ key: Redacted.make(`0123456789abcde${digit}`.repeat(4)) })

LedgerConformance.suite("PostgreSQL", ledger, place)
StoreConformance.suite("PostgreSQL and AES-256-GCM", { ledger, vault: vault("0"), otherVault: vault("1") })
