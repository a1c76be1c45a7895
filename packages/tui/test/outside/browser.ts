import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { CCB, CMBC } from "@single-window/adapters/bank-ukey"
import { clickThrough, type Going, load, type Person } from "@single-window/testkit/wire/bank-site"
import { ukeyPassword } from "./town.js"

type Trust = Person["ca"]

/** A port of this machine that nobody listens on. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** A browser that follows the start page to the bank, clicks through it and comes back. */
export const throughTheBank = async (startPage: string, bank: "CCB" | "CMBC", ca: Trust) => {
  const plain = (text = "") => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  const link = /<a id="go" href="([^"]*)"/.exec(startPage)?.[1]
  const action = /action="([^"]*)"/.exec(startPage)?.[1]
  const inputs = [...startPage.matchAll(/name="([^"]*)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(inputs.map(([, name, value]) => [plain(name), plain(value)]))
  const going: Going =
    link === undefined
      ? { url: plain(action), method: "POST", fields }
      : { url: plain(link), method: "GET", fields: {} }
  const { charset } = { CCB, CMBC }[bank]
  const trip = await clickThrough(going, { ca, charset, password: ukeyPassword })
  if (trip.back === undefined) throw new Error("the bank does not lead back")
  await load(trip.back.url, trip.back.method, trip.back.body)
}
