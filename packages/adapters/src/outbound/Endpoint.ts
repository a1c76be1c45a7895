import { type PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"])

/** Where a service is asked: a bare address over TLS; only loopback may do without. */
export const endpointOf = (port: PortName, source: string, address: string): Effect.Effect<URL, Unavailable> => {
  const refuse = (detail: string) => Effect.fail(new Unavailable({ port, detail: `${source}: ${detail}` }))
  if (!URL.canParse(address)) return refuse("the endpoint is not an address")
  const url = new URL(address)
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.has(url.hostname)))
    return refuse("the endpoint is neither https nor on loopback")
  const bare =
    url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === ""
  return bare ? Effect.succeed(url) : refuse("the endpoint is more than an address and a port")
}
