import {
  BankCardVerifier,
  BankUkeyGateway,
  CardReader,
  EnterpriseRegistry,
  IdCardVerifier,
  type PortName,
  SmsSender,
  Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Outside } from "./Outside.js"

const nobody = (port: PortName) => () => Effect.fail(new Unavailable({ port, detail: "no verifier is configured" }))

/** Nobody to ask: every question is answered by saying so, and never by "no". */
export const ports = {
  registry: Layer.succeed(EnterpriseRegistry, { check: nobody("registry") }),
  "id-card": Layer.succeed(IdCardVerifier, { verify: nobody("id-card") }),
  "bank-card": Layer.succeed(BankCardVerifier, { verify: nobody("bank-card") }),
  sms: Layer.succeed(SmsSender, { sendCode: nobody("sms") }),
  "bank-ukey": Layer.succeed(BankUkeyGateway, { redirect: nobody("bank-ukey"), read: nobody("bank-ukey") }),
  card: Layer.succeed(CardReader, { authenticate: nobody("card") })
} as const

export const layer = Layer.mergeAll(
  ports.registry,
  ports["id-card"],
  ports["bank-card"],
  ports.sms,
  ports["bank-ukey"],
  ports.card,
  Layer.succeed(Outside, { mock: undefined, configured: new Set<PortName>(), returnUrl: undefined })
)
