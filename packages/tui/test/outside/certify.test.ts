import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Personas } from "@single-window/testkit"
import { clickThrough, type Going, load } from "@single-window/testkit/wire/bank-site"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, jsonOf, singleWindow } from "../cli/single-window.js"
import { freePort, throughTheBank } from "./browser.js"
import { cards, migrated, secrets, type Town, town, ukeyPassword, verifiersOf } from "./town.js"

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
let all: Town
let returnUrl = ""
const db = join(here, "real.db")
const config = join(here, "config/single-window.json")
const env = { ...secrets, SINGLE_WINDOW_CONFIG: config, SINGLE_WINDOW_DB: `sqlite:${db}`, LANG: "en_US.UTF-8" }

const people = {
  ciq_td_01: "yangFan",
  ciq_td_02: "zhangWei",
  ciq_td_03: "linYong",
  ciq_td_04: "dengPing",
  ciq_td_05: "zhuTao"
} as const

beforeAll(async () => {
  Object.assign(process.env, secrets)
  all = await Effect.runPromise(Scope.extend(town, scope))
  returnUrl = `http://127.0.0.1:${await freePort()}/bank-return`
  const verifiers = verifiersOf(all, join(here, "config"), returnUrl)
  writeFileSync(config, JSON.stringify({ verifiers }))
  const rows = join(here, "rows.ndjson")
  writeFileSync(rows, migrated(people))
  const ended = await singleWindow(["import", rows, "--json"], { env })
  expect(jsonOf(ended)).toMatchObject({ imported: 5 })
})
afterAll(async () => {
  for (const name of Object.keys(secrets)) delete process.env[name]
  await Effect.runPromise(Scope.close(scope, Exit.void))
  remove()
})

const run = async (...args: ReadonlyArray<string>) => {
  const ended = await inProcess([...args, "--json"], env)
  return { ...ended, json: jsonOf(ended) }
}
const does = (command: string, as: string, input: object) =>
  run("do", command, "--as", as, "--input", JSON.stringify(input))
const journey = async (command: string, as: string, input: object) => {
  const { json, status, stderr } = await does(command, as, input)
  expect(status, stderr).toBe(0)
  return json
}
const accountOf = async (username: string) => (await run("account", username)).json

/** A command line that waits at the return address until somebody comes. */
const waiting = async (args: ReadonlyArray<string>) => {
  const ended = inProcess(["bank-return", ...args, "--wait", "20", "--json"], env)
  for (;;) {
    const found = await load(returnUrl, "POST", "").catch(() => undefined)
    // A body that is no form ends no waiting; before that nobody listens.
    if (found !== undefined) return { ended }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The page that the printed address shows, once the journey has begun. */
const startPage = async (): Promise<string> => {
  for (;;) {
    const { status, text } = await load(`${returnUrl}/start`, "GET", "")
    if (status === 200) return text
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe("through the command line, over real sockets, by the configuration alone", () => {
  it("certifies by the legal representative, with Tencent, Alibaba and a message", async () => {
    const username = "ciq_td_01"
    await journey("StartCertification", username, { method: "legal-representative" })
    const representative = Personas.holderOf("zhangWei")
    await journey("VerifyEnterprise", username, { legalRepresentativeDocument: representative.document })
    // Tencent is away: Alibaba is asked in its place.
    await Effect.runPromise(all.tencent.befall(["wrong-type"]))
    await journey("VerifyPersonByIdCard", username, {
      subject: "legal-representative",
      validity: representative.validity
    })
    expect((await Effect.runPromise(all.alibaba.received)).map(({ action }) => action)).toContain("Id2MetaPeriodVerify")
    const { cardNumber, mobile } = Personas.bankCardFactors("yangFan")
    await journey("RequestBankCardCode", username, { subject: "account-holder", cardNumber, mobile })
    const sms = await Effect.runPromise(all.world.lastSms(mobile))
    const done = await journey("ConfirmBankCardCode", username, { subject: "account-holder", code: sms?.code ?? "" })
    expect(done).toMatchObject({ ok: { step: "done", level: "medium" } })
    expect(await accountOf(username)).toMatchObject({
      level: "medium",
      certification: { methods: ["legal-representative"] }
    })
    expect((await Effect.runPromise(all.tencent.received)).every(({ signed }) => signed)).toBe(true)
  })

  it("certifies by a card at the client control", async () => {
    const username = "ciq_td_02"
    const card = cards.tongdaLegalPerson
    if (card === undefined) throw new Error("no card")
    await Effect.runPromise(all.control.insert(card))
    await journey("StartCertification", username, { method: "ic-card" })
    const wrong = await does("PresentCard", username, { pin: "00000000" })
    expect(wrong).toMatchObject({ status: 1, json: { refused: { tag: "CardPinWrong" } } })
    await journey("PresentCard", username, { pin: card.pin })
    const { document, name, validity } = Personas.holderOf("zhangWei")
    const done = await journey("ProvideHolderIdentity", username, { name, document, validity })
    expect(done).toMatchObject({ ok: { step: "done", level: "high" } })
  })

  it.each(["CCB", "CMBC"] as const)(
    "certifies by the bank UKEY at %s: bank-return sends the browser there and waits for it",
    async (bank) => {
      const username = bank === "CCB" ? "ciq_td_03" : "ciq_td_04"
      await Effect.runPromise(all.site.insertUkey(bank, "tongda"))
      const { ended } = await waiting(["--as", username, "--bank", bank])
      await throughTheBank(await startPage(), bank, all.site.ca)
      const { status, stderr, stdout } = await ended
      expect(status, stderr).toBe(0)
      expect(stderr).toContain(`${returnUrl}/start`)
      expect(JSON.parse(stdout)).toMatchObject({ ok: { step: "account-holder" } })
      const { validity } = Personas.holderOf(people[username])
      const done = await journey("VerifyPersonByIdCard", username, { subject: "account-holder", validity })
      expect(done).toMatchObject({ ok: { step: "done", level: "medium" } })
    },
    30_000
  )

  it("completes a certification that was started by itself, and refuses what the bank did not sign", async () => {
    const username = "ciq_td_05"
    const begun = await journey("StartCertification", username, { method: "bank-ukey", bank: "CCB" })
    const { redirect } = (begun as { ok: { redirect: Going } }).ok
    const hostile = await waiting(["--as", username])
    await load(`${returnUrl}?SUCCESS=Y&SIGN=00`, "GET", "")
    expect(await hostile.ended).toMatchObject({ status: 1, stdout: expect.stringContaining("BankReturnNotTrusted") })
    const { ended } = await waiting(["--as", username])
    const trip = await clickThrough(redirect, { ca: all.site.ca, charset: "gbk", password: ukeyPassword })
    expect(trip.back?.url).toContain(returnUrl)
    await load(trip.back?.url ?? "", "GET", "")
    expect(await ended).toMatchObject({ status: 0 })
    expect(await accountOf(username)).toMatchObject({ journey: { step: "account-holder" } })
  })
})
