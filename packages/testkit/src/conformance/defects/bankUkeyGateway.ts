import { BankReturnForged, BankUkeyGateway, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as World from "../../world/index.js"
import { cases } from "../cases/bankUkeyGateway.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

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

export const bankUkeyGateway = planted("BankUkeyGateway", cases(WorldSamples.bankUkeyGateway), [
  {
    defect: says("丢失了一次性随机数", "the nonce is lost"),
    caughtBy: ["MUST read a right answer, bound to its request, account, bank and nonce"],
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, nonce: "" }))
    }))
  },
  {
    defect: says("请求号与账号错位", "request and account are mixed up"),
    caughtBy: ["MUST read a right answer, bound to its request, account, bank and nonce"],
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.map(read(...given), (said) => ({ ...said, requestId: said.account, account: said.requestId }))
    }))
  },
  {
    defect: says("用所问的企业代替银行答复的企业", "the enterprise that was asked about stands in for the one named"),
    caughtBy: [ownEnterprise],
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
    defect: says("丢弃了银行留存的企业名称", "the bank's name for the enterprise is dropped"),
    caughtBy: [ownEnterprise],
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.map(read(...given), ({ enterprise: { name: _, ...enterprise }, ...said }) => ({ ...said, enterprise }))
    }))
  },
  {
    defect: says("银行拒绝算作成功", "a refusal counts as success"),
    caughtBy: ["MUST NOT read a refusal at the bank as success"],
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, outcome: "success" as const }))
    }))
  },
  {
    defect: says("不验签名", "the signature is not checked"),
    caughtBy: [altered],
    layer: gateway(() => ({ read: resigned }))
  },
  {
    defect: says("结果不在签名范围内", "the outcome is outside the signature"),
    caughtBy: [altered],
    layer: gateway(({ read }) => ({
      read: (bank, parameters) => Effect.map(read(bank, { ...parameters, outcome: "success" }), (said) => said)
    }))
  },
  {
    defect: says("另一请求的编号冒用本次签名", "another request's number is put under this one's signature"),
    caughtBy: ["MUST NOT read one request's answer under the names of another"],
    layer: gateway(() => ({ read: resigned }))
  },
  {
    defect: says("任何一家银行都可以签", "any bank may sign"),
    caughtBy: ["MUST NOT read one bank's answer as another's"],
    layer: gateway(({ read }) => ({
      read: (bank, parameters) => Effect.map(read(parameters.bank ?? bank, parameters), (said) => ({ ...said, bank }))
    }))
  },
  {
    defect: says("刚发起的请求算作已通过", "a request that was started counts as verified"),
    caughtBy: [started],
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
    defect: says("接受没有签名的答复", "an answer without a signature is accepted"),
    caughtBy: [started],
    layer: gateway(({ read }) => ({
      read: (bank, parameters) =>
        parameters.signature === undefined && parameters.requestId !== undefined
          ? resigned(bank, { bankSerial: "1", ...parameters })
          : read(bank, parameters)
    }))
  },
  {
    defect: says("把账户余额带了出来", "the account's balance is passed on"),
    caughtBy: ["MUST NOT put anything about assets or transactions into an answer (R-68)"],
    layer: gateway(({ read }) => ({
      read: (...given) => Effect.map(read(...given), (said) => ({ ...said, balance: "1000.00" }))
    }))
  },
  {
    defect: says("跳转地址未用 TLS", "the address is not over TLS"),
    caughtBy: [address],
    layer: gateway(({ redirect }) => ({
      redirect: (request) => Effect.map(redirect(request), (to) => ({ ...to, url: to.url.replace("https:", "http:") }))
    }))
  },
  {
    defect: says("跳转到别人的地址", "the address is somebody else's"),
    caughtBy: [address],
    layer: gateway(({ redirect }) => ({
      redirect: (request) =>
        Effect.map(redirect(request), (to) => ({
          ...to,
          url: to.url.replace(".bank.example", ".bank.example.invalid")
        }))
    }))
  },
  {
    defect: says("故障算作伪造", "an outage is taken for a forgery"),
    caughtBy: ["MUST fail with Unavailable, and neither accept nor refuse, when it cannot do its work"],
    layer: gateway(({ read }) => ({
      read: (...given) =>
        Effect.catchTag(read(...given), "Unavailable", () => Effect.fail(new BankReturnForged({ reason: "outage" })))
    }))
  },
  {
    defect: says("一次故障之后再也不恢复", "an outage is for ever"),
    breaks: true,
    caughtBy: ["MUST fail with Unavailable, and neither accept nor refuse, when it cannot do its work"],
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
