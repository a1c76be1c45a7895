import type { RefusalTag } from "@single-window/core"
import type * as fc from "fast-check"
import type { Step } from "../scenario/steps.js"
import { type Account, keyTaken, type Model, refusalOfKey } from "./Model.js"

/** What the model says must come of a command. */
export type Expected =
  | { readonly ok: true | Readonly<Record<string, unknown>> }
  | { readonly refused: RefusalTag; readonly facts?: Readonly<Record<string, unknown>> }

export const ok: Expected = { ok: true }
export const refused = (tag: RefusalTag, facts?: Readonly<Record<string, unknown>>): Expected =>
  facts === undefined ? { refused: tag } : { refused: tag, facts }

/** A command of the front door as the model plays it: what is asked, and what must come of it. */
export interface Move<Args> {
  readonly args: fc.Arbitrary<Args>
  /** The step as it stands in a scenario; nothing when it makes no sense now. */
  readonly step: (args: Args, model: Model) => Step | undefined
  /** Says what must happen, and plays it on the model. */
  readonly play: (args: Args, model: Model) => Expected
}

/** Something done to the outside, which is never refused. */
export interface Turn<Args> {
  readonly args: fc.Arbitrary<Args>
  readonly step: (args: Args) => Step
  readonly turn: (args: Args, model: Model) => void
}

export const move = <Args>(made: Move<Args>): Move<Args> => made
export const turn = <Args>(made: Turn<Args>): Turn<Args> => made

/**
 * An account holder acts on its own account: whoever is unknown is not found, and whoever still has the initial password must change
 * it before anything else.
 */
export const asHolder = (account: Account | undefined, play: (account: Account) => Expected): Expected => {
  if (account === undefined) return refused("NotFound")
  if (account.password?.mustChange === true) return refused("PasswordChangeRequired")
  return play(account)
}

const tried = (model: Model, account: Account, change: (account: Account) => void) => {
  const changed: Account = { ...account }
  change(changed)
  const key = keyTaken(model, changed, [account])
  return { changed, taken: key === undefined ? undefined : refused(refusalOfKey[key]) }
}

/** What a change would meet, tried on a copy. */
export const ifTaken = (model: Model, account: Account, change: (account: Account) => void): Expected | undefined =>
  tried(model, account, change).taken

/** Tries a change on a copy; when it would take a key that somebody holds, nothing of it happens. */
export const unlessTaken = (model: Model, account: Account, change: (account: Account) => void): Expected => {
  const { changed, taken } = tried(model, account, change)
  if (taken !== undefined) return taken
  Object.assign(account, changed)
  return ok
}

/** The same for an account that is only now made. */
export const bornUnlessTaken = (model: Model, account: Account, released: ReadonlyArray<Account> = []): Expected => {
  const key = keyTaken(model, account, released)
  if (key !== undefined) return refused(refusalOfKey[key])
  model.accounts.push(account)
  return ok
}
