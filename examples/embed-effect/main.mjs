// The library in an Effect program, with a mock outside and everything in memory. After `npm run bootstrap`:
//   node examples/embed-effect/main.mjs
import { Actor, refusalSentence, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Console, Effect } from "effect"

// An invented legal representative with an ID card that CTID knows, and an enterprise that the registry knows.
const person = {
  name: "张示例",
  document: { type: "resident-id", number: "110101199003070011" },
  validity: { from: "20150301", to: "20350301" }
}
const world = World.make({
  people: { zhang: person },
  enterprises: {
    acme: {
      name: "北京示例贸易有限公司",
      unifiedSocialCreditCode: "91350100M000100Y43",
      legalRepresentative: "zhang"
    }
  }
})

const program = Effect.gen(function* () {
  const door = yield* SingleWindow
  yield* door.execute(Actor.System({ name: "migration" }), "ImportMigratedAccounts", {
    rows: [
      {
        username: "ciq_bj_001",
        source: "ciq",
        enterpriseName: "北京示例贸易有限公司",
        unifiedSocialCreditCode: "91350100M000100Y43",
        organizationCode: "M000100Y-4",
        legalRepresentativeName: person.name,
        holderName: person.name,
        documentType: person.document.type,
        documentNumber: person.document.number,
        validFrom: person.validity.from,
        validTo: person.validity.to
      }
    ]
  })
  const actor = yield* door.actorFor("ciq_bj_001")
  yield* door.execute(actor, "StartCertification", { method: "legal-representative" })

  // Steps out of order are refused, with the step that is due.
  const early = yield* Effect.flip(
    door.execute(actor, "VerifyPersonByIdCard", { subject: "account-holder", validity: person.validity })
  )
  yield* Console.log("refused:", refusalSentence(early, "en"))

  yield* door.execute(actor, "VerifyEnterprise", { legalRepresentativeDocument: person.document })
  yield* door.execute(actor, "VerifyPersonByIdCard", { subject: "legal-representative", validity: person.validity })
  const done = yield* door.execute(actor, "VerifyPersonByIdCard", {
    subject: "account-holder",
    validity: person.validity
  })
  yield* Console.log("level:", done.level)
})

await Effect.runPromise(program.pipe(Effect.provide(World.singleWindow(world))))
