import { chmodSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, singleWindow } from "../cli/single-window.js"

const { path: here, remove } = folder()
afterAll(remove)

const SECRET = "Hunter2Secret9"
const LANG = "en_US.UTF-8"

const config = (name: string, text: string): string => {
  const path = join(here, name)
  writeFileSync(path, text)
  return path
}

/** What a process says, warnings of the platform included. */
const said = async (args: ReadonlyArray<string>, env: Record<string, string> = {}) => {
  const { status, stderr, stdout } = await singleWindow(args, { cwd: here, env: { LANG, ...env } })
  return { status, text: stdout + stderr }
}

describe("a secret in the wrong place is not repeated", () => {
  it("as a value in the configuration, whatever YAML takes it for", async () => {
    const values = [`!${SECRET}`, `*${SECRET}`, `|${SECRET}`, `!${SECRET}!`, `"${SECRET}\\q"`, `{${SECRET}`]
    const all = await Promise.all(
      values.map((value, index) => {
        const text = `verifiers:\n  id-card:\n    source: tencent-cloud\n    secretKey: ${value}\n`
        return said(["doctor", "--config", config(`${index}.yaml`, text), "--db", "sqlite:none.db"])
      })
    )
    for (const [index, { status, text }] of all.entries()) {
      expect(status, values[index]).toBe(3)
      expect(text, values[index]).toMatch(/failed +configuration/)
      expect(text, values[index]).not.toContain(SECRET)
    }
    const [, alias = { text: "" }, block = { text: "" }] = all
    expect(alias.text).toContain("1.yaml")
    expect(block.text).toMatch(/line 4, column/)
  })

  it("as the name of the file that it should be in", async () => {
    const pem = `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`
    const bank = { code: "CCB", address: "https://ccb.example/", signingKeyFile: pem, keys: [{ file: "0.yaml" }] }
    const banks = { source: "bank-ukey", returnUrl: "https://host.example/b", hosts: ["ccb.example"], banks: [bank] }
    const verifiers = { "bank-ukey": banks, "id-card": { source: "tencent-cloud" } }
    const path = config("files.yaml", JSON.stringify({ verifiers }))
    const env = { TENCENTCLOUD_SECRET_ID_FILE: SECRET, TENCENTCLOUD_SECRET_KEY_FILE: SECRET }
    const { text } = await said(["doctor", "--config", path, "--db", "sqlite:none.db"], env)
    expect(text).toMatch(/the file that TENCENTCLOUD_SECRET_ID_FILE names cannot be read: ENOENT/)
    expect(text).toMatch(/bank-ukey: the secret's file \(what names it is a key\) cannot be read/)
    expect(text).not.toContain(SECRET)
  })

  it("as the name of the key file, and no file of that name is made", async () => {
    const hex = "0123456789abcdef".repeat(4)
    const base64 = Buffer.from(hex, "hex").toString("base64")
    for (const key of [hex, base64, `gm:${base64}`]) {
      const input = ["--as", "anonymous", "--input", "{}"]
      const made = ["do", "RegisterAdministrator", ...input, "--db", `sqlite:${join(here, "new.db")}`, "--key", key]
      const { status, stderr, stdout } = await inProcess(made, { LANG })
      expect(status).toBe(3)
      expect(stderr).toContain("looks like a key itself")
      expect(stdout + stderr).not.toContain(key)
    }
  })

  it("as a part of an address: behind a stroke in a password, or in the client control's", async () => {
    for (const address of [`postgres://sw:2024/${SECRET}@127.0.0.1:1/sw`, `postgres://sw:1/${SECRET}/x@127.0.0.1/sw`]) {
      const { status, stderr, stdout } = await inProcess(["accounts", "--db", address], { LANG })
      expect(status).toBe(2)
      expect(stdout + stderr).not.toContain(SECRET)
    }
    const card = { source: "eport-client", issuerFiles: ["ca.pem"], url: `wss://sw:${SECRET}@127.0.0.1:1/` }
    const path = config("control.yaml", JSON.stringify({ verifiers: { card } }))
    const { stderr, stdout } = await inProcess(["doctor", "--config", path, "--db", "sqlite:none.db"], { LANG })
    expect(stdout + stderr).not.toContain(SECRET)
  })
})

describe("a file that every user may write to", () => {
  it.skipIf(process.platform === "win32")(
    "says neither whom to ask nor what to check nor whom to believe",
    async () => {
      const policy = config("policy.yaml", "{}")
      const verifiers = { card: { source: "eport-client", issuerFiles: ["ca.pem"] } }
      const settings = config("open.yaml", JSON.stringify({ verifiers }))
      const authority = config("ca.pem", "")
      const look = () =>
        inProcess(["doctor", "--config", settings, "--policy", policy, "--db", "sqlite:none.db"], { LANG })
      chmodSync(settings, 0o666)
      expect((await look()).stdout).toMatch(/open\.yaml, so it is not used; chmod o-w/)
      chmodSync(settings, 0o664)
      chmodSync(authority, 0o646)
      expect((await look()).stdout).toMatch(/ca\.pem can be written to by every user/)
      chmodSync(authority, 0o644)
      expect((await look()).stdout).not.toMatch(/written|o-w/)
      chmodSync(policy, 0o602)
      expect(await look()).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/policy\.yaml, so it is not used/)
      })
    }
  )
})
