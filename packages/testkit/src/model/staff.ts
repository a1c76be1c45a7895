import * as fc from "fast-check"
import { cameIn } from "./logIn.js"
import { isLocked, live } from "./Model.js"
import { anyUsername } from "./pick.js"
import { move, ok, refused } from "./Rule.js"

const UnlockAccount = move({
  args: fc.record({ username: anyUsername }),
  step: ({ username }) => ({
    do: "UnlockAccount",
    as: "staff:wang/supervisor",
    with: { account: username, reason: "本人到场" }
  }),
  play: ({ username }, model) => {
    const account = live(model, username)
    if (account === undefined) return refused("NotFound")
    if (isLocked(account, model.now)) cameIn(account)
    return ok
  }
})

const RevealHolder = move({
  args: fc.record({ username: anyUsername, role: fc.constantFrom("supervisor", "clerk") }),
  step: ({ username, role }) => ({
    do: "RevealHolder",
    as: `staff:wang/${role}`,
    with: { account: username, reason: "核对" }
  }),
  play: ({ username, role }, model) => {
    if (role !== "supervisor") return refused("NotPermitted")
    return live(model, username) === undefined ? refused("NotFound") : ok
  }
})

export const staff = { UnlockAccount, RevealHolder }
