import { Actor } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { screens } from "../../../src/screens/index.js"
import type { Session } from "../../../src/terminal/Session.js"
import { commandNames, commandRoute } from "../../../src/terminal/typedCommand.js"

const staff: Session = {
  actor: Actor.Staff({ name: "li", role: "supervisor" }),
  name: "li",
  role: "supervisor",
  enterprise: undefined,
  restricted: false,
  since: 0
}

describe("the command line", () => {
  it.each(["zh", "en"] as const)(
    "knows every command that it tells, each in the language of the screen (%s)",
    (language) => {
      const names = commandNames(screens, staff, language)
      expect(names.length).toBeGreaterThan(8)
      for (const name of names) {
        expect(/\p{Script=Han}/u.test(name)).toBe(language === "zh")
        const found = commandRoute(`${name} be76`, screens, staff, language)
        expect([name, typeof found === "object" && "unknown" in found]).toEqual([name, false])
      }
    }
  )
  it("takes a question mark of either width for help, and tells who asks for what is not there what is", () => {
    for (const typed of ["?", "？", "帮助"]) expect(commandRoute(typed, screens, staff, "zh")).toBe("help")
    expect(commandRoute("operators", screens, staff, "zh")).toEqual({
      unknown: "operators",
      names: commandNames(screens, staff, "zh")
    })
  })
})
