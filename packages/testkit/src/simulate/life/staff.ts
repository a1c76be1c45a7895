import type { City, Ticket } from "../City.js"
import { enterpriseNow, identityNow } from "./repair.js"
import { refusedBy, type Visit, type Who } from "./Visit.js"

const supervisor: Who = { kind: "staff", name: "wang", role: "supervisor" }
const clerk: Who = { kind: "staff", name: "li", role: "clerk" }

function* deal(city: City, { user, deed }: Ticket): Visit {
  const account = user.username
  yield { wait: city.random.between(60, 600) * 1000 }
  switch (deed) {
    case "unlock": {
      const reason = "持有人来电，已核实身份"
      yield { deed: { do: "UnlockAccount", as: supervisor, with: { account, reason }, about: user } }
      user.forgetful = false
      return
    }
    case "correct": {
      const came = yield {
        deed: {
          do: "CorrectEnterprise",
          as: supervisor,
          with: { account, ...enterpriseNow(city, user), reason: "来函更正", evidence: "营业执照副本" },
          about: user
        }
      }
      user.stuckOn = refusedBy(came) ?? user.stuckOn
      if (came.kind === "done") user.waitsFor = undefined
      return
    }
    case "mend": {
      const reason = "持有人申请代办"
      yield { deed: { do: "EditHolder", as: clerk, on: account, reason, with: identityNow(city, user), about: user } }
    }
  }
}

/** Customer service works through what has come in, and looks somebody up now and then. */
export function* serviceVisit(city: City): Visit {
  for (const ticket of city.tickets.splice(0)) yield* deal(city, ticket)
  const user = city.random.pick(city.users)
  if (city.random.chance(0.5)) {
    const reason = "投诉核查"
    yield { deed: { do: "RevealHolder", as: supervisor, with: { account: user.username, reason }, about: user } }
  }
  if (city.random.chance(0.2)) city.tickets.push({ user, deed: "mend" })
}
