// 别人也会用的模拟环境：不认识的人一律停下来。 A mock that others type into stops at anybody it does not know.
import { IdCardVerifier } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { Effect } from "effect"

const stranger = { name: "某人", number: "119999199003071230", validFrom: "20150301", validTo: "20350301" }
const asked = Effect.flatMap(IdCardVerifier, (port) => port.verify(stranger))
const on = (options) => Effect.provide(asked, World.layer(Personas.personasWorld, options))

console.log((await Effect.runPromise(on({})))._tag)
await Effect.runPromise(on({ refuseUndeclared: true })).catch((error) => console.log(error.message))
