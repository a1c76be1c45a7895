import type { RefusalTag, StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { invariants, type Violation } from "../../invariants/Invariant.js"
import { read } from "../../scenario/read.js"
import type { ScenarioInvalid } from "../../scenario/ScenarioInvalid.js"
import type { Step } from "../../scenario/steps.js"
import { write } from "../../scenario/write.js"
import type { DefectName } from "../defects.js"
import { START } from "../population/start.js"
import type { Lived } from "../simulate.js"
import { expectedOf } from "./expected.js"
import type { Plan } from "./Plan.js"
import { type Played, play } from "./play.js"
import { type Selected, select } from "./select.js"
import { settingOf } from "./setting.js"
import { shrink } from "./shrink.js"
import { tell } from "./tell.js"

/** How many times a story is played to make it short; a number and not a time, so that the same run gives the same story. */
const PLAYS = 240

const clock = `${new Date(START + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

const titleOf = ({ invariant, what }: Violation): string => `${invariant} ${invariants[invariant].zh}（${what}）`

/** The same thing, of the same account where it has a name. */
const isSame = (one: Violation, other: Violation): boolean =>
  one.invariant === other.invariant && one.what === other.what && one.username === other.username

const playPlan = ({ city }: Lived, { users }: Selected, plan: Plan, title: string, defect: DefectName | undefined) => {
  const setting = settingOf(city, plan, users, { title, clock })
  const told: Array<Step> = []
  return Effect.map(
    play(setting, (now) => tell(plan, now, told), defect),
    (played) => ({ played, setting, told })
  )
}

/** What one would have to see at the end, if the core were right; only that there is such an account, when the rest cannot be seen. */
const lastStep = ({ eye, now }: Played, { username }: Violation): ReadonlyArray<Step> => {
  const life = [...eye.lives.values()].findLast((one) => one.username === username)
  const account = life === undefined ? undefined : eye.accounts.get(life.id)
  const is = life === undefined || account === undefined ? undefined : expectedOf(life, account, now)
  return life === undefined ? [] : [{ account: username, is: is ?? { username } }]
}

/** What the last command should have been answered, where the violation is that it was done. */
const shouldBe: Readonly<Record<string, RefusalTag>> = {
  "acted-with-the-initial-password": "PasswordChangeRequired",
  "document-held-twice": "DocumentAlreadyInEnterprise",
  "username-held-twice": "UsernameTaken",
  "took-a-reserved-name": "UsernameReserved",
  "seat-held-twice": "AdministratorAlreadyRegistered",
  "guessed-while-locked": "AccountLocked",
  "asked-beyond-the-limit": "AttemptsExhausted",
  "code-was-dead": "SmsCodeExpired",
  "passed-by-another-code": "SmsCodeWrong",
  "journey-ran-out": "CertificationExpired",
  "card-of-another-enterprise": "CardOfAnotherEnterprise",
  "bank-named-another-enterprise": "BankEnterpriseDiffers",
  "managed-though-different": "EnterpriseDiffersFromAdministrator",
  "admitted-into-another-enterprise": "EnterpriseDiffersFromAdministrator"
}

/** The steps with what is expected of them: what was refused when the story was told, and what should have been. */
const expecting = (told: ReadonlyArray<Step>, { refused }: Played, { what }: Violation): ReadonlyArray<Step> => {
  const last = told.findLastIndex((step) => "do" in step)
  return told.map((step, index) => {
    const tag = (index === last ? shouldBe[what] : undefined) ?? refused.get(step)
    return tag === undefined ? step : { ...step, refused: tag }
  })
}

export interface Reproduction {
  /** A scenario file. Run as it is, its last step fails where one can see in an account what is wrong. */
  readonly scenario: string
  readonly steps: number
}

/**
 * Tells what led to a violation as a scenario file: the commands that concerned the account and its enterprise, from the start,
 * as few of them as still lead there. Nothing when the story cannot be told that way.
 */
export const reproduce = (
  lived: Lived,
  violation: Violation
): Effect.Effect<Reproduction | undefined, StoreUnavailable> =>
  Effect.gen(function* () {
    const selected = select(lived, violation)
    if (selected === undefined) return undefined
    const { defect } = lived.options
    const title = titleOf(violation)
    const shows = (plan: Plan) =>
      Effect.map(playPlan(lived, selected, plan, title, defect), ({ played }) =>
        played.violations.some((found) => isSame(found, violation))
      )
    const plan = yield* shrink(selected.plan, violation.username, shows, PLAYS)
    if (plan === undefined) return undefined
    const { played, setting, told } = yield* playPlan(lived, selected, plan, title, defect)
    const steps = [...expecting(told, played, violation), ...lastStep(played, violation)]
    return { scenario: write(setting, steps), steps: steps.length }
  })

/** Runs a scenario file with a witness by, and says which invariants do not hold at its end. */
export const replay = (
  text: string,
  file: string,
  defect?: DefectName
): Effect.Effect<ReadonlyArray<Violation>, ScenarioInvalid | StoreUnavailable> =>
  Effect.gen(function* () {
    const { scenario } = yield* read(text, file)
    return (yield* play(scenario, scenario.steps, defect)).violations
  })
