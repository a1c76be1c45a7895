import { expect, it } from "vitest"
import { alone, within } from "../../../src/text/initials.js"

it.each([
  ["Save and verify", "save and verify", "Save and verify"],
  ["save", "save", "Save"],
  ["E-Port IC card", "E-Port IC card", "E-Port IC card"],
  ["CTID first", "CTID first", "CTID first"],
  ["保存", "保存", "保存"],
  ["", "", ""]
])("%s is %s in a line of keys and %s on a button", (label, inLine, onButton) => {
  expect([within(label), alone(label)]).toEqual([inLine, onButton])
})
