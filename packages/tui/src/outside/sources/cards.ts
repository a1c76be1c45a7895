import { resolve } from "node:path"
import type { EportClientOptions } from "@single-window/adapters/eport-client"
import type { PcscCardOptions } from "@single-window/adapters/pcsc-card"
import type { CardReader, CardRefusal, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { Finding, Told } from "../Ready.js"
import { finding, type Place, type Source, source } from "./source.js"

/** What both ways to a card have in common. */
const common = {
  source: Schema.String,
  issuerFiles: Schema.NonEmptyArray(Schema.NonEmptyString),
  deadlineSeconds: Schema.optional(Schema.Number.pipe(Schema.between(0.1, 60))),
  kindBy: Schema.optional(
    Schema.Struct({
      extension: Schema.NonEmptyString,
      legalPerson: Schema.Array(Schema.String),
      operator: Schema.Array(Schema.String)
    })
  )
}

const Eport = Schema.Struct({
  ...common,
  url: Schema.optional(Schema.NonEmptyString),
  prefix: Schema.optional(Schema.Literal("cus-sec_", "security_")),
  tlsAuthorityFile: Schema.optional(Schema.NonEmptyString)
})

const Pcsc = Schema.Struct({
  ...common,
  reader: Schema.optional(Schema.NonEmptyString),
  profileFile: Schema.optional(Schema.NonEmptyString),
  lastTry: Schema.optional(Schema.Literal("ask", "allow"))
})

const control = finding("card-control")
const reader = finding("card-reader")

/** One way to a card, once its files are read. */
interface Way<Options> {
  readonly options: Effect.Effect<Options, Unavailable>
  readonly layer: (options: Options) => Effect.Effect<Layer.Layer<CardReader, Unavailable>>
  readonly probe: (options: Options) => Effect.Effect<void, CardRefusal | Unavailable>
  /** What `doctor` says when whoever holds the reader answers. */
  readonly answers: Told
}

const readyBy = <Options extends object>({ answers, layer: made, options, probe }: Way<Options>, { pinPad }: Place) => {
  const layer = Layer.unwrapEffect(
    Effect.flatMap(options, (found) => made(pinPad === undefined ? found : { ...found, pinPad }))
  )
  const there = control("ok", answers)
  const examine = Effect.gen(function* () {
    yield* Effect.scoped(Layer.build(layer))
    return yield* Effect.as(probe(yield* options), [there, reader("ok", ({ doctor }) => doctor.card)])
  }).pipe(
    Effect.catchAll((refused): Effect.Effect<ReadonlyArray<Finding>> => {
      if (refused._tag === "CardMissing") return Effect.succeed([there, reader("ok", ({ doctor }) => doctor.noCard)])
      if (refused._tag === "Unavailable" || refused._tag === "CardControlMissing")
        return Effect.succeed([
          control("failed", () => (refused._tag === "Unavailable" ? (refused.detail ?? "") : refused._tag)),
          reader("warning", ({ doctor }) => doctor.controlUnknown)
        ])
      return Effect.succeed([there, reader("failed", ({ doctor }) => `${doctor.reader}: ${refused._tag}`)])
    })
  )
  return { layer, examine }
}

const millisOf = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * 1000)

const client = Effect.promise(() => import("@single-window/adapters/eport-client"))

/** The client control on this machine. */
export const eportClient: Source<CardReader> = source("eport-client", {
  schema: Eport,
  secrets: [],
  ready: ({ deadlineSeconds, issuerFiles, tlsAuthorityFile, ...settings }, place) =>
    readyBy<EportClientOptions>(
      {
        options: Effect.flatMap(client, ({ fromFiles }) =>
          fromFiles({
            ...settings,
            issuerFiles: issuerFiles.map((path) => resolve(place.folder, path)),
            tlsAuthorityFile: tlsAuthorityFile === undefined ? undefined : resolve(place.folder, tlsAuthorityFile),
            deadline: millisOf(deadlineSeconds)
          })
        ),
        layer: (options) => Effect.map(client, ({ layer }) => layer(options)),
        probe: (options) => Effect.flatMap(client, ({ probe }) => probe(options)),
        answers: ({ doctor }) => doctor.control(settings.url ?? "ws://127.0.0.1:61232")
      },
      place
    )
})

const pcsc = Effect.promise(() => import("@single-window/adapters/pcsc-card"))

/** A reader of this machine, over PC/SC. */
export const pcscCard: Source<CardReader> = source("pcsc-card", {
  schema: Pcsc,
  secrets: [],
  ready: ({ deadlineSeconds, issuerFiles, profileFile, ...settings }, place) =>
    readyBy<PcscCardOptions>(
      {
        options: Effect.flatMap(pcsc, ({ fromFiles }) =>
          fromFiles({
            ...settings,
            issuerFiles: issuerFiles.map((path) => resolve(place.folder, path)),
            profileFile: profileFile === undefined ? undefined : resolve(place.folder, profileFile),
            deadline: millisOf(deadlineSeconds)
          })
        ),
        layer: (options) => Effect.map(pcsc, ({ layer }) => layer(options)),
        probe: (options) => Effect.flatMap(pcsc, ({ probe }) => probe(options)),
        answers: ({ doctor }) => doctor.service
      },
      place
    )
})
