import { resolve } from "node:path"
import type { Port } from "@single-window/adapters/combinators"
import type {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  PortName,
  SmsSender,
  Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Finding, Mistake, Ready } from "../Ready.js"
import { type NotReached, type Reached, reach } from "../reach.js"
import { secretOf } from "../secrets.js"
import { examined, finding, type Place } from "./source.js"

/** What every vendor in the cloud can be told. */
export const cloudFields = {
  source: Schema.String,
  endpoint: Schema.optional(Schema.NonEmptyString),
  tlsAuthorityFile: Schema.optional(Schema.NonEmptyString),
  deadlineSeconds: Schema.optional(Schema.Number.pipe(Schema.between(0.1, 8))),
  limit: Schema.optional(
    Schema.Struct({
      questions: Schema.Int.pipe(Schema.between(1, 1_000_000)),
      seconds: Schema.Number.pipe(Schema.between(0.001, 2_678_400))
    })
  ),
  breaker: Schema.optional(
    Schema.Struct({
      failures: Schema.Int.pipe(Schema.between(1, 1_000)),
      probeSeconds: Schema.Number.pipe(Schema.between(0.1, 3_600))
    })
  )
}
const Cloud = Schema.Struct(cloudFields)
type Cloud = typeof Cloud.Type

export const wrongInCloud = ({ endpoint, tlsAuthorityFile }: Cloud, { words }: Place): Mistake | undefined =>
  tlsAuthorityFile !== undefined && endpoint !== undefined && !endpoint.startsWith("https:")
    ? { path: ["tlsAuthorityFile"], why: words.tlsWithoutTls }
    : undefined

/** A vendor's two keys and what the file says, as its adapter wants them. */
export interface CloudOptions {
  readonly id: Redacted.Redacted
  readonly secret: Redacted.Redacted
  readonly endpoint: string | undefined
  readonly tlsAuthority: string | undefined
  readonly deadline: number | undefined
  readonly breaker: { readonly failures: number; readonly probeEvery: number } | undefined
}

const authorityOf = (port: PortName, { tlsAuthorityFile }: Cloud, { folder }: Place) =>
  tlsAuthorityFile === undefined
    ? Effect.succeed(undefined)
    : Effect.flatMap(
        Effect.promise(() => import("@single-window/adapters/files")),
        ({ textOfFile }) => textOfFile(port, resolve(folder, tlsAuthorityFile))
      )

export interface CloudVendor<Id, Service extends object, Settings extends Cloud> {
  readonly port: Port<Id, Service>
  readonly name: PortName
  readonly keys: readonly [id: string, secret: string]
  readonly address: Effect.Effect<string>
  readonly make: (options: CloudOptions, settings: Settings) => Effect.Effect<Layer.Layer<Id, Unavailable>>
}

const DAY = 86_400_000
const SKEW = 60

const clockFinding = (check: string, { clockSeconds }: Reached): ReadonlyArray<Finding> =>
  clockSeconds === undefined || Math.abs(clockSeconds) < SKEW
    ? []
    : [finding(check)("warning", ({ doctor }) => doctor.clock(clockSeconds))]

/** What was found of a service that answers. A certificate that soon runs out is worth a word. */
export const reachedFinding = (check: string, reached: Reached): Finding => {
  const { host, millis, until } = reached
  if (until === undefined) return finding(check)("ok", ({ doctor }) => doctor.reached(host, millis))
  const soon = until.getTime() < Date.now() + 14 * DAY
  return finding(check)(soon ? "warning" : "ok", ({ doctor }) =>
    doctor.secure(host, millis, until.toISOString().slice(0, 10))
  )
}

const notReachedFinding = (check: string, { host, why }: NotReached): Finding =>
  finding(check)("failed", ({ doctor }) => doctor.notReached(host, why))

/** A port filled by a vendor: its keys are looked for when the layer is made, and the vendor is loaded only then. */
export const fromCloud = <
  Id extends BankCardVerifier | EnterpriseRegistry | IdCardVerifier | SmsSender,
  Service extends object,
  Settings extends Cloud
>(
  vendor: CloudVendor<Id, Service, Settings>,
  settings: Settings,
  place: Place
): Omit<Ready<Id>, "source"> => {
  const { keys, name } = vendor
  const options = Effect.gen(function* () {
    const id = yield* secretOf(name, keys[0], place)
    const secret = yield* secretOf(name, keys[1], place)
    const tlsAuthority = yield* authorityOf(name, settings, place)
    const { breaker, deadlineSeconds, endpoint } = settings
    return {
      id,
      secret,
      endpoint,
      tlsAuthority,
      deadline: deadlineSeconds === undefined ? undefined : deadlineSeconds * 1000,
      breaker: breaker && { failures: breaker.failures, probeEvery: breaker.probeSeconds * 1000 }
    } satisfies CloudOptions
  })
  const unlimited = Layer.unwrapEffect(Effect.flatMap(options, (given) => vendor.make(given, settings)))
  const { limit } = settings
  const layer =
    limit === undefined
      ? unlimited
      : Layer.unwrapEffect(
          Effect.map(
            Effect.promise(() => import("@single-window/adapters/combinators")),
            ({ rateLimited }) =>
              rateLimited(vendor.port, { limit: limit.questions, per: limit.seconds * 1000 })(unlimited)
          )
        )
  const examine = Effect.gen(function* () {
    const { tlsAuthority } = yield* options
    yield* Effect.scoped(Layer.build(layer))
    const address = settings.endpoint ?? (yield* vendor.address)
    const credentials = finding(name)("ok", ({ doctor }) => doctor.credentials)
    return yield* reach(address, tlsAuthority).pipe(
      Effect.map((reached) => [credentials, reachedFinding(name, reached), ...clockFinding(name, reached)]),
      Effect.catchTag("NotReached", (gone) => Effect.succeed([credentials, notReachedFinding(name, gone)]))
    )
  })
  return { layer, examine: examined(name, examine) }
}
