// 一个端口按脚本作答；多问一次就停。 A port that answers by a script, and stops at a question too many.
import { IdCardVerifier } from "@single-window/core"
import { Mock, Personas } from "@single-window/testkit"
import { Effect } from "effect"

const asked = Effect.flatMap(IdCardVerifier, (port) => Effect.merge(port.verify(Personas.idCardElements("zhangWei"))))
const times = (count) =>
  Effect.runPromise(
    Effect.provide(Effect.replicateEffect(asked, count), Mock.IdCardVerifier.script("match", "limited"))
  )

console.log((await times(2)).map(({ _tag }) => _tag).join(", "))
await times(3).catch((error) => console.log(error.message))
