import * as fc from "fast-check"
import { cards, initialPassword, limits, passwords } from "./cast.js"
import { type Account, isLocked, live, type Model } from "./Model.js"
import { anyUsername } from "./pick.js"
import { type Expected, move, ok, refused } from "./Rule.js"

const MINUTE = 60_000

/** Comes in: whatever was guessed wrongly before is forgotten. */
export const cameIn = (account: Account): void => {
  account.failures = 0
  account.failuresInAll = 0
  account.lockedUntil = undefined
  account.hardLocked = false
}

/** One guess, on record before it is looked at. */
const guessed = (account: Account, now: number): void => {
  const full = account.failures + 1 >= limits.logIn.attempts
  account.lockedUntil = full ? now + limits.logIn.lockMinutes * MINUTE : undefined
  account.failures = full ? 0 : account.failures + 1
  account.failuresInAll += 1
  account.hardLocked = account.failuresInAll >= limits.logIn.hardStop
}

/** No password, or an initial one that nobody changed in time. */
const isDead = ({ password }: Account, now: number): boolean =>
  password === undefined || (password.dies !== undefined && password.dies <= now)

const LogIn = move({
  args: fc.record({
    username: anyUsername,
    right: fc.boolean(),
    human: fc.integer({ min: 0, max: 9 }).map((n) => n > 0)
  }),
  step: ({ username, right, human }, model) => ({
    do: "LogIn",
    with: {
      username,
      password: right ? (live(model, username)?.password?.text ?? "Init#2022") : "Wrong#2022",
      captcha: human ? "$captcha" : { id: "captcha-none", answer: "0" }
    }
  }),
  play: ({ username, right, human }, model): Expected => {
    if (!human) return refused("CaptchaWrong")
    const account = live(model, username)
    if (account === undefined) return refused("CredentialsWrong")
    if (isLocked(account, model.now)) return refused("AccountLocked")
    guessed(account, model.now)
    if (!right || isDead(account, model.now)) return refused("CredentialsWrong")
    cameIn(account)
    return ok
  }
})

const ChangePassword = move({
  args: fc.record({
    username: anyUsername,
    right: fc.boolean(),
    next: fc.constantFrom(...passwords, initialPassword)
  }),
  step: ({ username, right, next }, model) => ({
    do: "ChangePassword",
    as: username,
    with: { current: right ? (live(model, username)?.password?.text ?? "none") : "Wrong#2022", next }
  }),
  play: ({ username, right, next }, model): Expected => {
    const account = live(model, username)
    if (account === undefined) return refused("NotFound")
    const current = right ? account.password?.text : "Wrong#2022"
    if (next === initialPassword || next === current) return refused("PasswordUnacceptable")
    if (isLocked(account, model.now)) return refused("AccountLocked")
    guessed(account, model.now)
    if (!right || isDead(account, model.now)) return refused("CredentialsWrong")
    cameIn(account)
    account.password = { text: next, mustChange: false }
    return ok
  }
})

/** The card in the reader, once its PIN was given: a wrong one three times locks it for good. */
export const readCard = (model: Model, pin: "right" | "wrong"): Expected | undefined => {
  const card = model.inserted
  if (card === undefined) return refused("CardMissing")
  const before = model.pinFailures[card]
  if (before >= 3) return refused("CardPinLocked")
  model.pinFailures[card] = pin === "right" ? 0 : before + 1
  if (pin === "right") return undefined
  return before + 1 >= 3 ? refused("CardPinLocked") : refused("CardPinWrong", { attemptsLeft: 2 - before })
}

/** What a log-in with the inserted card leads to: an account, an enterprise's operators, or nothing. */
export const cardLogIn = (model: Model): Expected & { readonly account?: Account } => {
  const unread = readCard(model, "right")
  if (unread !== undefined || model.inserted === undefined) return unread ?? ok
  const card = cards[model.inserted]
  const account = model.accounts.find((one) => !one.deleted && one.binding === model.inserted)
  if (account === undefined) return card.kind === "legal-person" ? ok : refused("CardNotBound")
  if (isLocked(account, model.now)) return refused("AccountLocked")
  // Wrong passwords stay counted: a card in hand does not make guessing free.
  return account.enterprise.code === card.enterprise ? { ok: true, account } : refused("CardOfAnotherEnterprise")
}

const LogInWithCard = move({
  args: fc.constant({}),
  step: () => ({ do: "LogInWithCard" }),
  play: (_, model) => {
    const { account: _account, ...expected } = cardLogIn(model)
    return expected
  }
})

export const logIn = { LogIn, ChangePassword, LogInWithCard }
