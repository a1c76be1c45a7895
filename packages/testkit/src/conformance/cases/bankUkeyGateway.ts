import { type BankAnswer, type BankCode, type BankRequest, BankUkeyGateway } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { expect, shown } from "./Violation.js"

type Parameters = Readonly<Record<string, string>>
type Return = "right" | "declined" | "another-enterprise"

export interface Samples<R = never> {
  /** Two requests, of different accounts and enterprises, that their bank can answer. */
  readonly requests: readonly [BankRequest, BankRequest]
  /** What the bank's site sends back after a redirect. */
  readonly comesBack: (request: BankRequest, how: Return) => Effect.Effect<Parameters, unknown, R>
  /** What the bank has on file for the first request's enterprise. */
  readonly onFile: BankAnswer["enterprise"]
  /** A supported bank other than the first request's. */
  readonly otherBank: BankCode
  /** Addresses that redirects may lead to. */
  readonly hosts: ReadonlyArray<string>
  /** Breaks the gateway for the next call. */
  readonly outage?: Effect.Effect<void, unknown, R>
}

const redirect = (request: BankRequest) => Effect.flatMap(BankUkeyGateway, (gateway) => gateway.redirect(request))
const read = (bank: BankCode, parameters: Parameters) =>
  Effect.flatMap(BankUkeyGateway, (gateway) => gateway.read(bank, parameters))

const forged = (bank: BankCode, parameters: Parameters, what: string) =>
  Effect.flatMap(Effect.either(read(bank, parameters)), (said) =>
    expect(said._tag === "Left" && said.left._tag === "BankReturnForged", `${what} was read: ${shown(said)}`)
  )

/** All that may be in an answer; R-68 leaves no room for assets or transactions. */
const fields = ["account", "bank", "bankSerial", "enterprise", "nonce", "outcome", "requestId"]
const enterpriseFields = ["name", "organizationCode", "unifiedSocialCreditCode"]

/** Each parameter altered in turn: longer, shorter, empty, gone, one bit of its first character flipped. */
const altered = (parameters: Parameters): ReadonlyArray<readonly [what: string, parameters: Parameters]> =>
  Object.entries(parameters).flatMap(([name, value]) => {
    const { [name]: _, ...rest } = parameters
    const flipped = String.fromCharCode(value.charCodeAt(0) ^ 1) + value.slice(1)
    return [
      [`${name} made longer`, { ...parameters, [name]: `${value}0` }] as const,
      [`${name} left out`, rest] as const,
      ...(value === ""
        ? []
        : [
            [`${name} made shorter`, { ...parameters, [name]: value.slice(0, -1) }] as const,
            [`${name} with a bit flipped`, { ...parameters, [name]: flipped }] as const
          ])
    ]
  })

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<BankUkeyGateway | R>> => {
  const [request, second] = samples.requests
  const visit = (of: BankRequest, how: Return) => Effect.zipRight(redirect(of), samples.comesBack(of, how))
  const answerTo = (of: BankRequest, how: Return) =>
    Effect.flatMap(visit(of, how), (parameters) => read(of.bank, parameters))

  return [
    {
      name: "MUST read a right answer, bound to its request, account, bank and nonce",
      run: Effect.forEach(samples.requests, (of) =>
        Effect.flatMap(answerTo(of, "right"), (answer) =>
          expect(
            answer.outcome === "success" &&
              answer.bankSerial !== "" &&
              (["requestId", "account", "bank", "nonce"] as const).every((field) => answer[field] === of[field]),
            shown(answer)
          )
        )
      )
    },
    {
      name: "MUST give the enterprise that the bank named, and no more than the bank has on file",
      run: Effect.gen(function* () {
        const right = yield* answerTo(request, "right")
        yield* expect(
          Object.keys(right.enterprise).every((field) => enterpriseFields.includes(field)) &&
            enterpriseFields.every((field) => right.enterprise[field as never] === samples.onFile[field as never]),
          `${shown(right.enterprise)} in place of ${shown(samples.onFile)}`
        )
        const other = yield* answerTo(second, "another-enterprise")
        const { organizationCode, unifiedSocialCreditCode } = second.enterprise
        yield* expect(
          other.enterprise.organizationCode !== organizationCode &&
            other.enterprise.unifiedSocialCreditCode !== unifiedSocialCreditCode,
          "the enterprise that was asked about stands in for the one the bank named"
        )
      })
    },
    {
      name: "MUST NOT read a refusal at the bank as success",
      run: Effect.flatMap(answerTo(request, "declined"), ({ outcome }) => expect(outcome === "declined", outcome))
    },
    {
      name: "MUST NOT read anything of which any parameter was altered or left out",
      run: Effect.flatMap(visit(request, "right"), (good) =>
        Effect.forEach(altered(good), ([what, bad]) => forged(request.bank, bad, what))
      )
    },
    {
      name: "MUST NOT read one request's answer under the names of another",
      run: Effect.gen(function* () {
        const [mine, theirs] = [yield* visit(request, "right"), yield* visit(second, "right")]
        for (const [name, value] of Object.entries(theirs))
          if (mine[name] !== value) yield* forged(request.bank, { ...mine, [name]: value }, `another's ${name}`)
      })
    },
    {
      name: "MUST NOT read one bank's answer as another's",
      run: Effect.flatMap(visit(request, "right"), (good) => forged(samples.otherBank, good, "another bank's answer"))
    },
    {
      name: "MUST NOT take a request that was only started for an answer",
      run: Effect.gen(function* () {
        const { fields: form, url } = yield* redirect(request)
        const sent = { ...Object.fromEntries(new URL(url).searchParams), ...form }
        yield* forged(request.bank, sent, "our own redirect")
        yield* forged(request.bank, { ...sent, outcome: "success", bankSerial: "1" }, "our own redirect, dressed up")
        yield* forged(request.bank, {}, "nothing")
        yield* forged(
          request.bank,
          { requestId: request.requestId, account: request.account, nonce: request.nonce, outcome: "success" },
          "an answer without a signature"
        )
      })
    },
    {
      name: "MUST NOT put anything about assets or transactions into an answer (R-68)",
      run: Effect.flatMap(answerTo(request, "right"), (answer) =>
        expect(
          Object.keys(answer).every((field) => fields.includes(field)),
          `the answer holds ${Object.keys(answer).join(", ")}`
        )
      )
    },
    {
      name: "MUST send people to a bank's own address over TLS, each request by itself",
      run: Effect.gen(function* () {
        const [one, two] = [yield* redirect(request), yield* redirect(second)]
        for (const { url } of [one, two]) {
          const { hostname, protocol } = new URL(url)
          yield* expect(protocol === "https:" && samples.hosts.includes(hostname), url)
        }
        yield* expect(shown(one) !== shown(two), "two requests lead to one address")
      })
    },
    ...given(samples.outage, (outage) => [
      {
        name: "MUST fail with Unavailable, and neither accept nor refuse, when it cannot do its work",
        run: Effect.gen(function* () {
          const good = yield* visit(request, "right")
          yield* outage
          const said = yield* Effect.either(read(request.bank, good))
          yield* expect(said._tag === "Left" && said.left._tag === "Unavailable", shown(said))
          yield* read(request.bank, good)
        })
      }
    ])
  ]
}
