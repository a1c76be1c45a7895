import { randomUUID } from "node:crypto"
import type { BankCardVerifier, IdCardVerifier } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layer as worldLayer } from "../../world/layer.js"
import type { World } from "../../world/World.js"
import { WorldRuntime } from "../../world/WorldRuntime.js"
import type { WorldOptions } from "../../world/WorldState.js"
import { type Asked, serve, type VendorServer, type VendorServerOptions, worldOptionsOf } from "../vendor/index.js"
import { type Parameters, resultOf } from "./answers.js"
import { type Credentials, faultIn } from "./signature.js"

export {
  type Received,
  type VendorServer,
  type VendorServerOptions,
  type WireFault,
  type WireFaultName,
  wireFaults
} from "../vendor/index.js"
export type { Credentials }

/** Keys that no account at Tencent has. */
export const credentials: Credentials = { secretId: "AKID-SYNTHETIC", secretKey: "synthetic-secret-key" }

const VERSION = "2018-03-01"
const stranger = "999999199901019999"

const parametersOf = (body: Buffer): Parameters | undefined => {
  try {
    const read: unknown = JSON.parse(body.toString("utf8"))
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Parameters) : undefined
  } catch {
    return undefined
  }
}

const attend = (keys: Credentials) => (asked: Asked) =>
  Effect.gen(function* () {
    const action = String(asked.headers["x-tc-action"] ?? "")
    const trace = String(asked.headers["x-tc-traceid"] ?? "")
    const unsigned = faultIn(asked, keys, yield* Clock.currentTimeMillis)
    const parameters = parametersOf(asked.body)
    const RequestId = randomUUID()
    const error = (Code: string) => ({ Error: { Code, Message: Code }, RequestId })
    const result = () => {
      if (unsigned !== undefined) return Effect.succeed(error(unsigned))
      if (asked.headers["x-tc-version"] !== VERSION) return Effect.succeed(error("NoSuchVersion"))
      if (parameters === undefined) return Effect.succeed(error("InvalidParameter"))
      const known = resultOf(action, parameters)
      if (known === undefined) return Effect.succeed(error("InvalidAction"))
      return Effect.map(known, (Result) => ({ Result, Description: `result ${Result}`, RequestId }))
    }
    return {
      received: { action, signed: unsigned === undefined },
      reply: {
        status: 200,
        id: RequestId,
        json: { Response: yield* result() },
        other: { Response: { Result: "0", Description: "一致", IdCard: stranger, RequestId } },
        headers: { "x-tc-traceid": trace },
        otherHeaders: { "x-tc-traceid": randomUUID() }
      }
    }
  })

/** Tencent Cloud's `faceid`, played on loopback: checks the TC3-HMAC-SHA256 signature and answers by the world. */
export class TencentCloud extends Context.Tag("@single-window/testkit/TencentCloud")<TencentCloud, VendorServer>() {
  /** In front of any verifiers. */
  static readonly layer = (
    options: VendorServerOptions = {},
    keys: Credentials = credentials
  ): Layer.Layer<TencentCloud, never, IdCardVerifier | BankCardVerifier> =>
    Layer.scoped(this, serve(attend(keys), options))

  /** In front of a world of its own, which is steered as ever; the world's own verifiers stay behind it. */
  static readonly layerWorld = (
    world: World,
    options: VendorServerOptions & WorldOptions = {}
  ): Layer.Layer<TencentCloud | WorldRuntime> =>
    this.layer(options).pipe(
      Layer.provideMerge(worldLayer(world, worldOptionsOf(options))),
      Layer.map(Context.pick(TencentCloud, WorldRuntime))
    )
}
