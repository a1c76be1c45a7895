// 一个模拟的外部世界：故障按次排演，提问有记录。 A mock world: faults by script, and a record of what was asked.
import { IdCardVerifier, SingleWindow } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { Effect } from "effect"

const program = Effect.gen(function* () {
  const outside = yield* World.WorldRuntime
  const idCards = yield* IdCardVerifier
  const zhang = Personas.idCardElements("zhangWei")

  yield* outside.fault("id-card", ["unavailable", "mismatch"])
  for (const _ of [1, 2, 3]) console.log((yield* Effect.merge(idCards.verify(zhang)))._tag)

  yield* outside.setFaultProfile("ctid-outage")
  console.log((yield* Effect.merge(idCards.verify(zhang)))._tag)
  console.log("asked:", (yield* outside.asked("id-card")).length)

  const door = yield* SingleWindow
  const { captcha, id, answer } = yield* outside.solvedCaptcha
  console.log(captcha.question.en, answer)
  const refused = yield* Effect.flip(
    door.executeJson({ _tag: "Anonymous" }, "LogIn", { username: "nobody01", password: "x", captcha: { id, answer } })
  )
  console.log(refused._tag)
})

await Effect.runPromise(Effect.provide(program, World.singleWindow(Personas.personasWorld)))
