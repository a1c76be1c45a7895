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
export const layer = Layer.mergeAll(
  Layer.succeed(EnterpriseRegistry, { check: nobody("registry") }),
  Layer.succeed(IdCardVerifier, { verify: nobody("id-card") }),
  Layer.succeed(BankCardVerifier, { verify: nobody("bank-card") }),
  Layer.succeed(SmsSender, { sendCode: nobody("sms") }),
  Layer.succeed(BankUkeyGateway, { redirect: nobody("bank-ukey"), read: nobody("bank-ukey") }),
  Layer.succeed(CardReader, { authenticate: nobody("card") }),
  Layer.succeed(Outside, { mock: undefined })
)
