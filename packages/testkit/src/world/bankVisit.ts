import type { BankCode, BankRequest, Enterprise } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"
import { type CustomerOnFile, customersOf } from "./answers.js"
import { type BankParameters, returnParameters } from "./bankSite.js"
import { enterpriseAsked } from "./lookup.js"
import type { World } from "./World.js"
import type { WorldStateShape } from "./WorldState.js"

/** What a bank's site can send back: the truth, and the bad kinds. */
export const bankReturnVariants = [
  "right",
  /** A parameter was changed after the bank signed. */
  "tampered",
  /** An answer that our side has read before comes again. */
  "replayed",
  /** The person did not get through at the bank. */
  "declined",
  /** Rightly signed, but somebody used the UKEY of another enterprise. */
  "another-enterprise",
  /** Rightly signed for a request of another account. */
  "another-account",
  /** Rightly signed for this request, with a number that was not given out with it. */
  "another-nonce",
  /** Signed with the key of another bank. */
  "another-bank"
] as const
export type BankReturnVariant = (typeof bankReturnVariants)[number]

const unknownCustomer: CustomerOnFile = {
  name: "未申报示例有限公司",
  organizationCode: "000000000"
}

/** A customer of the bank that is not this enterprise. */
export const strangerTo = (world: World, bank: BankCode, enterprise: Enterprise | undefined): CustomerOnFile => {
  const own = enterprise === undefined ? undefined : enterpriseAsked(world, enterprise)
  for (const [key, customer] of customersOf(world, bank)) if (world.enterprises[key] !== own) return customer
  return unknownCustomer
}

/** What the enterprise's own corporate account says, or nothing where it has none with this bank. */
const customerFor = (world: World, request: BankRequest): CustomerOnFile | undefined => {
  const own = enterpriseAsked(world, request.enterprise)
  for (const [key, customer] of customersOf(world, request.bank))
    if (own !== undefined && world.enterprises[key] === own) return customer
  return undefined
}

const otherBank = (bank: BankCode): BankCode => (bank === "CCB" ? "ABC" : "CCB")

/** Somebody signs in at the bank's site for this request; gives what the site then sends back. */
export const visitBank = (
  state: WorldStateShape,
  request: BankRequest,
  variant: BankReturnVariant
): Effect.Effect<BankParameters> =>
  Effect.gen(function* () {
    const world = yield* Ref.get(state.world)
    const read = yield* Ref.get(state.bankReturnsRead)
    const before = read.findLast((parameters) => parameters.account === request.account)
    if (variant === "replayed" && before !== undefined) return before

    const at = yield* Clock.currentTimeMillis
    const number = yield* state.count(`serial|${request.bank}`)
    const customer = customerFor(world, request)
    const answer = {
      serial: `${request.bank}${String(number).padStart(8, "0")}`,
      outcome: variant === "declined" || customer === undefined ? ("declined" as const) : ("success" as const),
      customer: customer ?? {},
      at
    }
    const write = (of: typeof request, given: typeof answer, signer?: BankCode) =>
      returnParameters(state.seed, of, given, signer)
    switch (variant) {
      case "right":
      case "declined":
        return write(request, answer)
      case "tampered": {
        const good = write(request, answer)
        return { ...good, bankSerial: `${good.bankSerial}0` }
      }
      case "replayed":
        // Nothing was read before, so this stands for an answer from before this world began.
        return write({ ...request, requestId: `earlier-${request.requestId}` }, answer)
      case "another-enterprise":
        return write(request, {
          ...answer,
          outcome: "success",
          customer: strangerTo(world, request.bank, request.enterprise)
        })
      case "another-account":
        return write({ ...request, account: `${request.account}-other` }, answer)
      case "another-nonce":
        return write({ ...request, nonce: `${request.nonce}-other` }, answer)
      case "another-bank":
        return write(request, answer, otherBank(request.bank))
    }
  })
