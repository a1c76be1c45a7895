import { randomUUID } from "node:crypto"
import type { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, SmsSender } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layer as worldLayer } from "../../world/layer.js"
import type { World } from "../../world/World.js"
import { WorldRuntime } from "../../world/WorldRuntime.js"
import type { WorldOptions } from "../../world/WorldState.js"
import { type Asked, serve, type VendorServer, type VendorServerOptions, worldOptionsOf } from "../vendor/index.js"
import { type Answer, actions } from "./answers.js"
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

/** Keys that no account at Alibaba has. */
export const credentials: Credentials = {
  accessKeyId: "LTAI-SYNTHETIC",
  accessKeySecret: "synthetic-access-key-secret"
}

/** A yes to any of the questions, about nobody who was asked about. */
const yes = {
  Code: "200",
  Message: "success",
  ResultObject: { BizCode: "1", SubCode: "101", IdentifyNum: "999999199901019999" },
  Result: { BizCode: "1", Status: "1", LicenseNo: "99999999XXXX999999" }
}
const yesTo: Readonly<Record<string, object>> = {
  EntElementVerify: { ...yes, Code: "Success" },
  EntElementVerifyV2: { ...yes, Code: "Success" },
  SendSms: { Code: "OK", Message: "OK", PhoneNumbers: "13999999999" }
}

const attend = (keys: Credentials) => {
  const spent = new Set<string>()
  return (asked: Asked) =>
    Effect.gen(function* () {
      const header = (name: string) => String(asked.headers[name] ?? "")
      const action = header("x-acs-action")
      const unsigned = faultIn(asked, keys, yield* Clock.currentTimeMillis, spent)
      const form = new URLSearchParams(asked.body.toString("utf8"))
      const answer = Object.hasOwn(actions, `${header("x-acs-version")} ${action}`)
        ? actions[`${header("x-acs-version")} ${action}`]
        : undefined
      const of = (name: string) => form.get(name) ?? asked.query.get(name) ?? ""
      const refused = (Code: string): Effect.Effect<Answer> =>
        Effect.succeed({ status: 400, body: { Code, Message: Code } })
      const said = yield* unsigned !== undefined
        ? refused(unsigned)
        : (answer?.(of) ?? refused("InvalidAction.NotFound"))
      const RequestId = randomUUID().toUpperCase()
      return {
        received: { action, signed: unsigned === undefined },
        reply: {
          status: said.status,
          id: RequestId,
          json: { ...said.body, RequestId },
          other: { ...(yesTo[action] ?? yes), RequestId },
          headers: { "x-acs-request-id": RequestId },
          otherHeaders: { "x-acs-request-id": randomUUID().toUpperCase() }
        }
      }
    })
}

/** Alibaba Cloud's `cloudauth` and `dysmsapi`, played on loopback: checks the ACS3-HMAC-SHA256 signature and answers by the world. */
export class AlibabaCloud extends Context.Tag("@single-window/testkit/AlibabaCloud")<AlibabaCloud, VendorServer>() {
  /** In front of any verifiers. */
  static readonly layer = (
    options: VendorServerOptions = {},
    keys: Credentials = credentials
  ): Layer.Layer<AlibabaCloud, never, IdCardVerifier | BankCardVerifier | EnterpriseRegistry | SmsSender> =>
    Layer.scoped(
      this,
      Effect.suspend(() => serve(attend(keys), options))
    )

  /** In front of a world of its own, which is steered as ever; the world's own verifiers stay behind it. */
  static readonly layerWorld = (
    world: World,
    options: VendorServerOptions & WorldOptions = {}
  ): Layer.Layer<AlibabaCloud | WorldRuntime> =>
    this.layer(options).pipe(
      Layer.provideMerge(worldLayer(world, worldOptionsOf(options))),
      Layer.map(Context.pick(AlibabaCloud, WorldRuntime))
    )
}
