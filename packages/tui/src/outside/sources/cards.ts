import { resolve } from "node:path"
import type { CardReader } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { Finding } from "../Ready.js"
import { finding, type Source, source } from "./source.js"

const Eport = Schema.Struct({
  source: Schema.String,
  issuerFiles: Schema.NonEmptyArray(Schema.NonEmptyString),
  url: Schema.optional(Schema.NonEmptyString),
  prefix: Schema.optional(Schema.Literal("cus-sec_", "security_")),
  tlsAuthorityFile: Schema.optional(Schema.NonEmptyString),
  deadlineSeconds: Schema.optional(Schema.Number.pipe(Schema.between(0.1, 60))),
  kindBy: Schema.optional(
    Schema.Struct({
      extension: Schema.NonEmptyString,
      legalPerson: Schema.Array(Schema.String),
      operator: Schema.Array(Schema.String)
    })
  )
})

const client = Effect.promise(() => import("@single-window/adapters/eport-client"))
const control = finding("card-control")
const reader = finding("card-reader")

/** The client control on this machine. */
export const eportClient: Source<CardReader> = source("eport-client", {
  schema: Eport,
  secrets: [],
  ready: ({ deadlineSeconds, issuerFiles, tlsAuthorityFile, ...settings }, { folder, words: { doctor } }) => {
    const options = Effect.flatMap(client, ({ fromFiles }) =>
      fromFiles({
        ...settings,
        issuerFiles: issuerFiles.map((path) => resolve(folder, path)),
        tlsAuthorityFile: tlsAuthorityFile === undefined ? undefined : resolve(folder, tlsAuthorityFile),
        deadline: deadlineSeconds === undefined ? undefined : deadlineSeconds * 1000
      })
    )
    const layer = Layer.unwrapEffect(
      Effect.gen(function* () {
        const made = yield* options
        return (yield* client).layer(made)
      })
    )
    const answers = control("ok", doctor.control(settings.url ?? "ws://127.0.0.1:61232"))
    const examine = Effect.gen(function* () {
      const { probe } = yield* client
      yield* Effect.scoped(Layer.build(layer))
      return yield* Effect.as(probe(yield* options), [answers, reader("ok", doctor.card)])
    }).pipe(
      Effect.catchAll((refused): Effect.Effect<ReadonlyArray<Finding>> => {
        if (refused._tag === "CardMissing") return Effect.succeed([answers, reader("ok", doctor.noCard)])
        if (refused._tag === "Unavailable" || refused._tag === "CardControlMissing")
          return Effect.succeed([
            control("failed", refused._tag === "Unavailable" ? (refused.detail ?? "") : refused._tag),
            reader("warning", doctor.controlUnknown)
          ])
        return Effect.succeed([answers, reader("failed", `${doctor.reader}: ${refused._tag}`)])
      })
    )
    return { layer, examine }
  }
})
