import { SingleWindow, Store } from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { demoWorld } from "../../src/demo/demoWorld.js"
import type { MockOutside } from "../../src/demo/MockOutside.js"

const { people, enterprises } = demoWorld()

const known = <A>(found: A | undefined, name: string): A => {
  if (found === undefined) throw new RangeError(`the demonstration has no ${name}`)
  return found
}

/** What the demonstration's world knows of somebody. */
export const person = (name: string) => known(people[name], name)

/** An account of somebody whom the demonstration's world knows, all its information right. */
export const accountOf = (name: string, enterprise: string): World.Seed => {
  const { legalRepresentative, ...found } = known(enterprises[enterprise], enterprise)
  const { document, validity, mobile = "" } = person(name)
  return {
    username: name,
    enterprise: {
      name: found.name,
      unifiedSocialCreditCode: found.unifiedSocialCreditCode,
      organizationCode: found.organizationCode,
      legalRepresentativeName: person(legalRepresentative).name
    },
    holder: { name: person(name).name, document, ...(validity === undefined ? {} : { validity }) },
    mobile
  }
}

/** What is stored of an account now, with its history. */
export const stored = (username: string) =>
  Effect.gen(function* () {
    const store = yield* Store
    const found = yield* store.byUsername(username)
    if (found === undefined) return yield* Effect.dieMessage(`no account ${username}`)
    return { account: found.account, history: yield* store.history(found.account.id) }
  })

/** Certifies an account by the front door alone, so that a screen finds it certified. */
export const certifyByCard = ({ runtime }: MockOutside, username: string, card: string) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const actor = yield* door.actorFor(username)
    const { name, document, validity } = person(username)
    yield* runtime.insert(card)
    yield* door.execute(actor, "StartCertification", { method: "ic-card" })
    yield* door.execute(actor, "PresentCard", { pin: "12345678" })
    const given = { name, document, ...(validity === undefined ? {} : { validity }) }
    yield* door.execute(actor, "ProvideHolderIdentity", given)
    yield* runtime.remove
  })
