import {
  type BankAnswer,
  type BankCode,
  type BankRequest,
  BankReturnForged,
  BankUkeyGateway,
  Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import { type BankParameters, readReturn, redirectUrl } from "../world/bankSite.js"
import { strangerTo } from "../world/bankVisit.js"
import { enterpriseAsked } from "../world/lookup.js"
import { WorldState } from "../world/WorldState.js"
import { knownWord, scripted } from "./script.js"

/** Sends people to a bank site that does not exist, and reads what `WorldRuntime.bankReturn` says it sent back. */
export const layer: Layer.Layer<BankUkeyGateway, never, WorldState> = Layer.effect(
  BankUkeyGateway,
  Effect.map(WorldState, (state) => ({
    redirect: (request: BankRequest) =>
      Effect.gen(function* () {
        yield* state.ask("bank-ukey", { ...request })
        if (enterpriseAsked(yield* Ref.get(state.world), request.enterprise) === undefined)
          yield* state.refuseUndeclared("bank-ukey")
        yield* Ref.update(state.bankRequests, (all) => all.set(request.requestId, request))
        return { url: redirectUrl(state.seed, request), method: "GET" as const, fields: {} }
      }),
    read: (bank: BankCode, parameters: BankParameters) =>
      Effect.gen(function* () {
        const word = yield* state.askUnlimited("bank-ukey", { bank, parameters })
        const answer = yield* readReturn(state.seed, bank, parameters)
        yield* Ref.update(state.bankReturnsRead, (all) => [...all.slice(-999), parameters])
        if (word === "unusable") return { ...answer, outcome: "declined" as const }
        if (word !== "mismatch") return answer
        const request = (yield* Ref.get(state.bankRequests)).get(answer.requestId)
        return { ...answer, enterprise: strangerTo(yield* Ref.get(state.world), bank, request?.enterprise) }
      })
  }))
)

export type ScriptedReturn = BankAnswer | "forged" | "unavailable"

/** Redirects to a fixed address, and reads whatever comes back as the script says. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedReturn>) =>
  Effect.map(
    scripted<
      { readonly bank: BankCode; readonly parameters: BankParameters },
      BankAnswer,
      BankReturnForged | Unavailable
    >(
      "bank-ukey",
      answers.map((answer) => {
        if (typeof answer !== "string") return Effect.succeed(answer)
        return knownWord("bank-ukey", answer, ["forged", "unavailable"]) === "forged"
          ? Effect.fail(new BankReturnForged({ reason: "scripted" }))
          : Effect.fail(new Unavailable({ port: "bank-ukey" }))
      })
    ),
    ({ answer, asked }) => ({
      service: BankUkeyGateway.of({
        redirect: ({ requestId }) =>
          Effect.succeed({ url: `https://bank.example/?requestId=${requestId}`, method: "GET", fields: {} }),
        read: (bank, parameters) => answer({ bank, parameters })
      }),
      asked
    })
  )

export const script = (...answers: ReadonlyArray<ScriptedReturn>): Layer.Layer<BankUkeyGateway> =>
  Layer.effect(
    BankUkeyGateway,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
