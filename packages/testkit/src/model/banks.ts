import * as fc from "fast-check"
import { grant } from "./journeys.js"
import { type Account, type BankSays, live, type Model } from "./Model.js"
import { anyUsername } from "./pick.js"
import { asHolder, type Expected, move, ok, refused } from "./Rule.js"

const variants = ["right", "right", "right", "tampered", "replayed", "declined", "another-enterprise"] as const
type Variant = (typeof variants)[number]

interface Return {
  readonly signed: boolean
  /** The number of the request it answers; nothing for one that was never made. */
  readonly request: number | undefined
  readonly says: BankSays
}

/** What the bank's site sends back: for the last request, or once more what it sent before. */
const returned = (account: Account, variant: Variant): Return => {
  const request = account.requests.at(-1)
  switch (variant) {
    case "right":
      return { request, signed: true, says: "success" }
    case "tampered":
      return { request, signed: false, says: "success" }
    case "declined":
      return { request, signed: true, says: "declined" }
    case "another-enterprise":
      return { request, signed: true, says: "another-enterprise" }
    case "replayed":
      return account.lastReturn === undefined
        ? { request: undefined, signed: true, says: "success" }
        : { signed: true, ...account.lastReturn }
  }
}

const answerTo = (model: Model, account: Account, { request, signed, says }: Return): Expected => {
  const back = { request, says }
  const used = request !== undefined && account.answered.includes(request)
  const { journey } = account
  if (journey === undefined || journey.step !== "bank" || journey.bank === undefined) {
    // Only somebody who was at a bank before is looked at again.
    if (signed && account.answered.length > 0) account.lastReturn = back
    return signed && used
      ? refused("BankReturnReplayed")
      : refused("StepOutOfOrder", { expected: journey?.step ?? "start" })
  }
  if (!signed) return refused("BankReturnNotTrusted")
  account.lastReturn = back
  if (used) return refused("BankReturnReplayed")
  if (journey.expires <= model.now) {
    account.journey = undefined
    return refused("BankReturnExpired")
  }
  if (request !== journey.bank.request) return refused("BankReturnNotTrusted")
  if (journey.bank.expires <= model.now) return refused("BankReturnExpired")
  account.answered = [...account.answered, request]
  if (says !== "success") {
    account.journey = undefined
    return refused(says === "declined" ? "BankDeclined" : "BankEnterpriseDiffers")
  }
  if (account.facets.holder === "valid") grant(account, "bank-ukey")
  else account.journey = { ...journey, step: "account-holder", bank: undefined }
  return ok
}

const CompleteBankUkey = move({
  args: fc.record({ username: anyUsername, variant: fc.constantFrom(...variants) }),
  step: ({ username, variant }, model) => {
    const account = live(model, username)
    // Without a request there is no site to come back from.
    if (account === undefined || account.requests.length === 0) return undefined
    const parameters = variant === "right" ? "$bankReturn" : `$bankReturn.${variant}`
    return { do: "CompleteBankUkey", as: username, with: { parameters } }
  },
  play: ({ username, variant }, model) =>
    asHolder(live(model, username), (account) => answerTo(model, account, returned(account, variant)))
})

export const banks = { CompleteBankUkey }
