import { it } from "@effect/vitest"
import { layerMemory } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect } from "effect"
import { expect } from "vitest"
import * as StandIn from "./layerMemory.js"

it("the front door's tests of this project keep their accounts in PostgreSQL: core's memory is not what they get", () => {
  expect(layerMemory).toBe(StandIn.layerMemory)
})

it.live("and a world that names no ledger begins with an empty one each time", () => {
  const seeded = World.seed({
    username: "acmeadmin",
    enterprise: {
      name: "北京示例贸易有限公司",
      unifiedSocialCreditCode: "91350100M000100Y43",
      organizationCode: "M000100Y4",
      legalRepresentativeName: "张示例"
    },
    holder: { name: "张示例", document: { type: "passport", number: "E00000001" } }
  })
  const story = Effect.map(seeded, ({ _tag }) => _tag).pipe(Effect.provide(World.singleWindow(World.make({}))))
  return Effect.gen(function* () {
    const rows = StandIn.written()
    expect(yield* story).toBe("Committed")
    expect(yield* story).toBe("Committed")
    expect(StandIn.written() - rows).toBe(2)
  })
})
