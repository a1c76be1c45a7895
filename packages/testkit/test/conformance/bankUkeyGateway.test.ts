import { BankReturnForged, BankUkeyGateway, Unavailable } from "@single-window/core"
import { Effect } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import * as World from "../../src/world/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

const { WorldSamples } = Conformance

type Gateway = BankUkeyGateway["Type"]
const gateway = (spoil: (good: Gateway) => Partial<Gateway>) =>
  spoiled(BankUkeyGateway, (good) => ({ ...good, ...spoil(good) }))

const seed = "single-window"

/** Reads parameters as if they were rightly signed, all or those that a defect leaves out of the signature. */
const resigned = (bank: string, parameters: Readonly<Record<string, string>>) =>
  World.readReturn(seed, bank, World.sign(seed, bank, { ...parameters, bank }))

const altered = "MUST NOT read anything of which any parameter was altered or left out"
const ownEnterprise = "MUST give the enterprise that the bank named, and no more than the bank has on file"
const started = "MUST NOT take a request that was only started for an answer"
const address = "MUST send people to a bank's own address over TLS, each request by itself"

provesItCanFail("BankUkeyGateway", Conformance.BankUkeyGatewayConformance.cases(WorldSamples.bankUkeyGateway), [
  {
    defect: "the nonce is lost",
    caughtBy: "MUST read a right answer, bound to its request, account, bank and nonce",
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, nonce: "" }))
    }))
  },
  {
    defect: "request and account are mixed up",
    caughtBy: "MUST read a right answer, bound to its request, account, bank and nonce",
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.map(read(...given), (said) => ({ ...said, requestId: said.account, account: said.requestId }))
    }))
  },
  {
    defect: "the enterprise that was asked about stands in for the one named",
    caughtBy: ownEnterprise,
    layer: gateway(({ read, redirect }) => {
      const asked = new Map<string, Parameters<Gateway["redirect"]>[0]>()
      return {
        redirect: (request) => {
          asked.set(request.requestId, request)
          return redirect(request)
        },
        read: (...given) =>
          Effect.map(read(...given), (said) => {
            const { legalRepresentativeName: _, ...enterprise } = asked.get(said.requestId)?.enterprise ?? {
              legalRepresentativeName: ""
            }
            return { ...said, enterprise }
          })
      }
    })
  },
  {
    defect: "the bank's name for the enterprise is dropped",
    caughtBy: ownEnterprise,
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.map(read(...given), ({ enterprise: { name: _, ...enterprise }, ...said }) => ({ ...said, enterprise }))
    }))
  },
  {
    defect: "a refusal counts as success",
    caughtBy: "MUST NOT read a refusal at the bank as success",
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, outcome: "success" as const }))
    }))
  },
  { defect: "the signature is not checked", caughtBy: altered, layer: gateway(() => ({ read: resigned })) },
  {
    defect: "the outcome is outside the signature",
    caughtBy: altered,
    layer: gateway(({ read }) => ({
      read: (bank, parameters) => Effect.map(read(bank, { ...parameters, outcome: "success" }), (said) => said)
    }))
  },
  {
    defect: "another request's number is put under this one's signature",
    caughtBy: "MUST NOT read one request's answer under the names of another",
    layer: gateway(() => ({ read: resigned }))
  },
  {
    defect: "any bank may sign",
    caughtBy: "MUST NOT read one bank's answer as another's",
    layer: gateway(({ read }) => ({
      read: (bank, parameters) => Effect.map(read(parameters.bank ?? bank, parameters), (said) => ({ ...said, bank }))
    }))
  },
  {
    defect: "a request that was started counts as verified",
    caughtBy: started,
    layer: gateway(({ read }) => ({
      read: (bank, parameters) =>
        Effect.catchTag(read(bank, parameters), "BankReturnForged", (error) =>
          World.isSignedBy(seed, "us", parameters)
            ? resigned(bank, { ...parameters, outcome: "success", bankSerial: "1" })
            : Effect.fail(error)
        )
    }))
  },
  {
    defect: "an answer without a signature is accepted",
    caughtBy: started,
    layer: gateway(({ read }) => ({
      read: (bank, parameters) =>
        parameters.signature === undefined && parameters.requestId !== undefined
          ? resigned(bank, { bankSerial: "1", ...parameters })
          : read(bank, parameters)
    }))
  },
  {
    defect: "the account's balance is passed on",
    caughtBy: "MUST NOT put anything about assets or transactions into an answer (R-68)",
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, balance: "1000.00" }))
    }))
  },
  {
    defect: "the address is not over TLS",
    caughtBy: address,
    layer: gateway(({ redirect }) => ({
      redirect: (request) => Effect.map(redirect(request), (to) => ({ ...to, url: to.url.replace("https:", "http:") }))
    }))
  },
  {
    defect: "the address is somebody else's",
    caughtBy: address,
    layer: gateway(({ redirect }) => ({
      redirect: (request) =>
        Effect.map(redirect(request), (to) => ({
          ...to,
          url: to.url.replace(".bank.example", ".bank.example.invalid")
        }))
    }))
  },
  {
    defect: "an outage is taken for a forgery",
    caughtBy: "MUST fail with Unavailable, and neither accept nor refuse, when it cannot do its work",
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.catchTag(read(...given), "Unavailable", () => Effect.fail(new BankReturnForged({ reason: "outage" })))
    }))
  },
  {
    defect: "an outage is for ever",
    breaks: true,
    caughtBy: "MUST fail with Unavailable, and neither accept nor refuse, when it cannot do its work",
    layer: gateway(({ read }) => {
      let broken = false
      return {
        read: (...given) =>
          Effect.suspend(() => (broken ? Effect.fail(new Unavailable({ port: "bank-ukey" })) : read(...given))).pipe(
            Effect.tapErrorTag("Unavailable", () =>
              Effect.sync(() => {
                broken = true
              })
            )
          )
      }
    })
  }
])
