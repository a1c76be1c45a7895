import { commandNames } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { jsonOf } from "./single-window.js"

describe("do --list", () => {
  it("names every command of the front door once, with its fields, a line each", async () => {
    const { status, stdout } = await inProcess(["do", "--list"])
    expect(status).toBe(0)
    const lines = stdout.trim().split("\n")
    expect(lines.map((line) => line.split(" ")[0])).toEqual([...commandNames])
    expect(lines).toContain(`${"EditHolder".padEnd(24)}name?, document? {type, number}, validity? {from, to}`)
    expect(lines).toContain(`${"AbandonCertification".padEnd(24)}–`)
  })

  it("tells programs the same", async () => {
    const { stdout } = await inProcess(["do", "--list", "--json"])
    const forms = jsonOf({ status: 0, stdout, stderr: "" }) as ReadonlyArray<{ command: string }>
    expect(forms.map(({ command }) => command)).toEqual([...commandNames])
    expect(forms).toContainEqual({
      command: "StartCertification",
      fields: [
        { name: "method", optional: false, values: ["ic-card", "legal-representative", "bank-ukey"] },
        { name: "bank", optional: true }
      ]
    })
    expect(forms).toContainEqual({
      command: "EditHolder",
      fields: [
        { name: "name", optional: true },
        {
          name: "document",
          optional: true,
          fields: [
            { name: "type", optional: false },
            { name: "number", optional: false }
          ]
        },
        {
          name: "validity",
          optional: true,
          fields: [
            { name: "from", optional: false },
            { name: "to", optional: false }
          ]
        }
      ]
    })
  })
})
