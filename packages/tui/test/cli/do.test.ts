import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { folder, jsonOf, world } from "./single-window.js"

const { path: here, remove } = folder()
afterAll(remove)

const store = (name: string) => {
  const file = join(here, name)
  const at = ["--db", `sqlite:${file}`]
  const asked = async (args: ReadonlyArray<string>) => {
    const ended = await inProcess([...args, ...at, "--json"])
    return { ...ended, json: ended.stdout === "" ? undefined : jsonOf(ended) }
  }
  return {
    file,
    asked,
    does: (command: string, as: string, input: object, ...more: ReadonlyArray<string>) =>
      asked(["do", command, "--as", as, "--input", JSON.stringify(input), ...more]),
    events: async () => (await asked(["journal", "verify"])).json as { events: number; verified: boolean }
  }
}

const beijing = {
  name: "北京示例云帆贸易有限公司",
  unifiedSocialCreditCode: "91110101XN0010018A",
  legalRepresentativeName: "冯可欣"
}
const holder = {
  name: "高立群",
  document: { type: "resident-id", number: "120116196705029964" },
  validity: { from: "20200714", to: "00000000" }
}
const administrator = {
  username: "acmeadmin",
  password: "Acme#2026",
  enterprise: beijing,
  holder,
  mobile: "13800001051",
  email: "a@example.com"
}
const clerk = {
  username: "newclerk01",
  name: "示例员",
  mobile: "13800009993",
  document: { type: "passport", number: "EX0009993" },
  email: "clerk@example.com"
}
const mocked = ["--world", world]

describe("a store without verifiers", () => {
  const { file, asked, does, events } = store("plain.db")

  beforeAll(async () => {
    const made = await does("RegisterAdministrator", "anonymous", administrator, ...mocked)
    expect(made).toMatchObject({ status: 0, json: { ok: { account: "acmeadmin", role: "administrator" } } })
    expect(made.stderr).toContain(file)
    expect(made.stderr).toContain("【模拟】")
  }, 20_000)

  it("refuses three changed fields by the rule's id and writes nothing", async () => {
    const before = await events()
    const { json, status } = await does("EditEnterprise", "acmeadmin", {
      name: "另一家公司",
      unifiedSocialCreditCode: "91310115XN0010384W"
    })
    expect(status).toBe(1)
    expect(json).toMatchObject({
      refused: {
        tag: "TooManyFieldsChanged",
        rules: expect.arrayContaining(["R-14"]),
        facts: { changed: ["name", "unifiedSocialCreditCode", "organizationCode"] },
        remedies: ["Refill"],
        message: expect.stringContaining("最多")
      }
    })
    expect(await events()).toEqual(before)
  })

  it("rehearses an allowed edit without writing it, and does it only with somebody to ask", async () => {
    const before = await events()
    const dry = await does("EditEnterprise", "acmeadmin", { name: "北京示例云帆商行" }, "--dry-run")
    expect(dry).toMatchObject({
      status: 0,
      json: { ok: { changed: ["name"] }, dryRun: true, events: ["EnterpriseEdited"] }
    })
    expect(await events()).toEqual(before)
    const wet = await does("EditEnterprise", "acmeadmin", { name: "北京示例云帆商行" })
    expect(wet).toMatchObject({
      status: 3,
      json: { refused: { tag: "VerifierUnavailable", facts: { port: "registry" } } }
    })
    expect(wet.stderr).toContain("没有为“")
    expect(await events()).toEqual(before)
  })

  it("asks nobody made up unless a world is named, and then says so each time", async () => {
    const { stderr } = await asked(["account", "acmeadmin"])
    expect(stderr).toBe("")
    const mock = await does("EditEnterprise", "acmeadmin", { name: "北京示例云帆商行" }, ...mocked)
    expect(mock).toMatchObject({ status: 1, json: { refused: { tag: "EnterpriseNotMatched" } } })
    expect(mock.stderr).toContain("【模拟】")
  })

  it("does a command sent twice under one key once", async () => {
    const first = await does("AddCardlessOperator", "acmeadmin", clerk, "--key-id", "k1")
    const before = await events()
    const again = await does("AddCardlessOperator", "acmeadmin", clerk, "--key-id", "k1")
    expect(first).toMatchObject({ status: 0 })
    expect(again.json).toEqual(first.json)
    expect(await events()).toEqual(before)
    const other = await does("ResetOperatorPassword", "acmeadmin", { account: "newclerk01" }, "--key-id", "k1")
    expect(other.json).toMatchObject({ refused: { tag: "FieldInvalid", facts: { field: "idempotencyKey" } } })
  })

  it("lets staff act in the least role that may, and keeps the reason", async () => {
    const input = { account: "newclerk01", reason: "来电" }
    const viewer = await does("UnlockAccount", "staff:wang/viewer", input)
    expect(viewer.json).toMatchObject({ refused: { tag: "NotPermitted" } })
    expect(await does("UnlockAccount", "staff:wang", input)).toMatchObject({
      status: 0,
      json: { ok: { locked: false } }
    })
    const clerks = await does("EditHolder", "staff:wang", { name: "示例员甲" }, "--on", "acmeadmin", "--reason", "来函")
    expect(clerks).toMatchObject({ status: 0, json: { ok: { changed: ["name"] } } })
    const { json } = await asked(["history", "acmeadmin"])
    expect((json as { history: Array<object> }).history.at(-1)).toMatchObject({
      event: "HolderEdited",
      actor: "staff:wang/clerk",
      reason: "来函"
    })
  })

  it("masks an account, and puts on record who looked behind the mask", async () => {
    const { json: masked } = await asked(["account", "newclerk01"])
    expect(masked).toMatchObject({
      holder: { name: "示**", document: { number: expect.not.stringContaining("0009993") } }
    })
    const before = await events()
    const { json } = await asked(["account", "newclerk01", "--reveal", "--reason", "核对", "--as", "staff:li"])
    expect(json).toMatchObject({ holder: { name: "示例员", document: { number: "EX0009993" } }, mobile: "13800009993" })
    expect((await events()).events).toBe(before.events + 1)
    const { json: seen } = await asked(["history", "newclerk01"])
    expect((seen as { history: Array<object> }).history.at(-1)).toMatchObject({
      event: "HolderRevealed",
      actor: "staff:li/supervisor",
      reason: "核对"
    })
  })

  it("lists accounts in pages, and an administrator's operators", async () => {
    const first = await asked(["accounts", "--limit", "1"])
    const page = first.json as { accounts: Array<{ username: string }>; next: string }
    const second = await asked(["accounts", "--after", page.next, "--role", "operator"])
    expect(page.accounts.map(({ username }) => username)).toEqual(["acmeadmin"])
    expect(second.json).toMatchObject({ accounts: [{ username: "newclerk01", role: "operator" }] })
    const found = await asked(["accounts", "--document", "passport:ex0009993"])
    expect(found.json).toMatchObject({ accounts: [{ username: "newclerk01" }] })
    const own = await asked(["operators", "acmeadmin"])
    expect(own.json).toMatchObject({ operators: [{ username: "acmeadmin", self: true }, { username: "newclerk01" }] })
    expect(await asked(["operators", "newclerk01"])).toMatchObject({ status: 1 })
  })

  it("is told by doctor what it is and what it lacks", async () => {
    const { stdout, status } = await inProcess(["doctor", "--db", `sqlite:${file}`, "--json"])
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { check: string; status: string })
    expect(status).toBe(0)
    expect(Object.fromEntries(found.map(({ check, status: how }) => [check, how]))).toMatchObject({
      node: "ok",
      store: "ok",
      key: "ok",
      password: "ok",
      registry: "not-configured",
      "card-reader": "not-configured"
    })
  })
})

describe("a mock world that lasts from one command to the next", () => {
  const { file, does } = store("world.db")
  const doing = (command: string, input: object, ...more: ReadonlyArray<string>) =>
    does(command, "newclerk01", input, ...mocked, ...more)

  beforeAll(async () => {
    await does(
      "RegisterAdministrator",
      "anonymous",
      { ...administrator, holder: { ...holder, name: "冯可欣", document: { type: "passport", number: "EX0009979" } } },
      ...mocked
    )
    const { name, document, validity } = holder
    await does("AddCardlessOperator", "acmeadmin", { ...clerk, name, document, validity }, ...mocked)
    const changed = await doing("ChangePassword", { current: "88888888", next: "Clerk#2026" })
    expect(changed.status).toBe(0)
  }, 20_000)

  it("answers a captcha, and reads a card that is put in", async () => {
    const login = { username: "newclerk01", password: "Clerk#2026", captcha: "$captcha" }
    expect(await does("LogIn", "anonymous", login, ...mocked)).toMatchObject({ status: 0 })
    const bound = await doing("BindCard", {}, "--card", "beijing-operator")
    expect(bound.json).toMatchObject({ ok: { binding: "bound", cardKind: "operator" } })
    const byCard = await does("DeleteOperator", "card:beijing-operator", { account: "acmeadmin" }, ...mocked)
    expect(byCard.json).toMatchObject({ refused: { tag: "OperatorCardCannotManage" } })
    const none = await doing("BindCard", {}, "--card", "no-such-card")
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining("beijing-operator") })
  })

  it("certifies by bank and SMS, each step a command of its own", async () => {
    const started = await doing("StartCertification", { method: "bank-ukey", bank: "CCB" })
    expect(started.json).toMatchObject({ ok: { step: "bank", redirect: { url: expect.stringContaining("https://") } } })
    const forged = await doing("CompleteBankUkey", { parameters: "$bankReturn.tampered" })
    expect(forged.json).toMatchObject({ refused: { tag: "BankReturnNotTrusted" } })
    expect((await doing("CompleteBankUkey", { parameters: "$bankReturn" })).json).toMatchObject({
      ok: { step: "account-holder" }
    })
    const again = await doing("CompleteBankUkey", { parameters: "$bankReturn.replayed" })
    expect(again.json).toMatchObject({ refused: { tag: "BankReturnReplayed" } })
    const card = { subject: "account-holder", cardNumber: "6227000000009000517", mobile: "13800001051" }
    expect((await doing("RequestBankCardCode", card)).json).toMatchObject({ ok: { codeSentTo: "13******051" } })
    const done = await doing("ConfirmBankCardCode", { subject: "account-holder", code: "$sms" })
    expect(done.json).toMatchObject({ ok: { step: "done", level: "medium" } })
  })

  it("keeps what it remembers to its owner", () => {
    expect(JSON.parse(readFileSync(`${file}.world.json`, "utf8"))).toMatchObject({ bankRequests: [{ bank: "CCB" }] })
  })

  it("stops at an enterprise that its world does not declare, with a line that says why and names nobody", async () => {
    const name = "宁波真实贸易有限公司"
    const enterprise = { name, unifiedSocialCreditCode: "91330200XXXX00318W", legalRepresentativeName: "陈某" }
    const given = { ...administrator, username: "stranger01", enterprise }
    const { status, stderr, stdout } = await does("RegisterAdministrator", "anonymous", given, ...mocked)
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" })
    expect(stderr).toMatch(/^端口 registry 背后是模拟环境，只认识其中登记的虚构人员和企业；.*以免被当作真实的核验。$/m)
    expect(stderr).not.toContain(name)
  })

  it("has nothing to put in where nothing happened", async () => {
    const other = store("other.db")
    await other.does("RegisterAdministrator", "anonymous", administrator, ...mocked)
    const sms = await other.does(
      "ConfirmBankCardCode",
      "acmeadmin",
      { subject: "account-holder", code: "$sms" },
      ...mocked
    )
    expect(sms).toMatchObject({ status: 2, stderr: expect.stringContaining("$sms") })
  })
})
