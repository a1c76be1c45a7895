import type { BankUkeyGateway, Unavailable } from "@single-window/core"
import { BankUkeyGatewayConformance, WorldSamples } from "@single-window/testkit/conformance"
import { BankSite } from "@single-window/testkit/wire/bank-site"
import { Effect } from "effect"
import { type ReturnUrl, returned, siteLayer } from "./site.js"

const { bankUkeyGateway } = WorldSamples

type World = BankSite | BankUkeyGateway | ReturnUrl

const samples: BankUkeyGatewayConformance.Samples<World> = {
  requests: bankUkeyGateway.requests,
  onFile: bankUkeyGateway.onFile,
  otherBank: bankUkeyGateway.otherBank,
  hosts: ["127.0.0.1"],
  comesBack: (request, how) =>
    Effect.gen(function* () {
      const { insertUkey } = yield* BankSite
      const own = request.requestId === bankUkeyGateway.requests[0].requestId ? "tongda" : "cooperative"
      yield* insertUkey(request.bank, how === "another-enterprise" ? "xinghai" : own)
      return yield* returned(request, how === "declined" ? { cancelAt: 3 } : {})
    })
}

BankUkeyGatewayConformance.suite<Unavailable, World>(
  "bank sites over TLS: RSA in GBK by link, SM2 by form",
  siteLayer(),
  samples,
  {
    live: true,
    timeout: 20_000
  }
)
