// The library in a program that does not use Effect: a real SQLite file, real sealing and passwords, and a mock outside
// that stands where your registry, checkers, banks and card reader will be. After `npm run bootstrap`:
//   node examples/embed-promise/main.mjs
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Captcha from "@single-window/adapters/captcha"
import * as Entropy from "@single-window/adapters/entropy"
import * as Password from "@single-window/adapters/password"
import * as Sqlite from "@single-window/adapters/sqlite"
import * as Vault from "@single-window/adapters/vault"
import { Actor, CurrentPolicy, defaultPolicy, refusalSentence, SingleWindow, Store } from "@single-window/core"
import { open } from "@single-window/core/promise"
import { World } from "@single-window/testkit"
import { Layer } from "effect"

const folder = mkdtempSync(join(tmpdir(), "single-window-"))

// The outside: people and enterprises as your registry and checkers would know them. All invented.
const outside = World.layer(
  World.make({
    people: { wang: { name: "王示例", document: { type: "passport", number: "E12345678" } } },
    enterprises: {
      acme: {
        name: "北京示例贸易有限公司",
        unifiedSocialCreditCode: "91350100M000100Y43",
        legalRepresentative: "wang"
      }
    }
  })
)

const own = Layer.mergeAll(
  Vault.layerKeyFile({ path: join(folder, "master.key"), create: true }),
  Password.layer(),
  Captcha.layer.pipe(Layer.provide(Entropy.layer)),
  Entropy.layer
)
const ports = Layer.merge(outside, own)

const layer = SingleWindow.layer.pipe(
  Layer.provide(Store.layer),
  Layer.provide(
    Layer.mergeAll(
      ports,
      Sqlite.layer({ filename: join(folder, "single-window.db") }),
      Layer.succeed(CurrentPolicy, defaultPolicy)
    )
  )
)

const door = open(layer)
const migration = Actor.System({ name: "migration" })
const report = await door.execute(migration, "ImportMigratedAccounts", {
  rows: [
    {
      username: "ciq_bj_001",
      source: "ciq",
      enterpriseName: "北京旧名贸易有限公司",
      unifiedSocialCreditCode: "91350100m000100y43",
      legalRepresentativeName: "王示例",
      holderName: "李示例",
      documentType: "passport",
      documentNumber: "e87654321"
    }
  ]
})
console.log("imported:", report.ok?.summary.imported)

const { ok: actor, refused } = await door.actorFor("ciq_bj_001")
if (refused) throw new Error(refusalSentence(refused, "en"))

const stale = await door.execute(actor, "EditEnterprise", { organizationCode: "M000100Y4" })
console.log("refused:", stale.refused && refusalSentence(stale.refused, "en"), stale.refused?.remedies)

const mended = await door.execute(actor, "EditEnterprise", {
  name: "北京示例贸易有限公司",
  organizationCode: "M000100Y4"
})
console.log("changed:", mended.ok?.changed)

const next = await door.ask(actor, "Completeness", {})
console.log("next:", next.ok?.next)

await door.close()
rmSync(folder, { recursive: true })
