import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as BankCardVerifier from "../cases/bankCardVerifier.js"
import * as BankUkeyGateway from "../cases/bankUkeyGateway.js"
import type { Case } from "../cases/Case.js"
import * as CaptchaGate from "../cases/captchaGate.js"
import * as CardReader from "../cases/cardReader.js"
import * as EnterpriseRegistry from "../cases/enterpriseRegistry.js"
import * as Entropy from "../cases/entropy.js"
import * as IdCardVerifier from "../cases/idCardVerifier.js"
import * as Ledger from "../cases/ledger.js"
import * as PasswordHasher from "../cases/passwordHasher.js"
import * as SmsSender from "../cases/smsSender.js"
import * as Store from "../cases/store.js"
import * as Vault from "../cases/vault.js"
import * as World from "../cases/worldSamples.js"

/** A case that cannot be run, and the sample that it would need. */
export interface Skipped {
  readonly name: Case<unknown>["name"]
  readonly needs: string
}

/** The cases of a port that its samples allow, and those they do not. */
export interface Suite<R> {
  readonly port: Port
  readonly cases: ReadonlyArray<Case<R>>
  readonly skipped: ReadonlyArray<Skipped>
  /** Its cases need the real clock. */
  readonly live?: true
}

interface Whole {
  readonly cases: (samples: object) => ReadonlyArray<Case<unknown>>
  /** Samples of everything there can be one of. */
  readonly samples: object
  readonly required: ReadonlyArray<string>
}

const whole = <Samples extends object>(
  cases: (samples: Samples) => ReadonlyArray<Case<unknown>>,
  samples: Samples,
  ...required: ReadonlyArray<keyof Samples & string>
): Whole => ({ cases: cases as Whole["cases"], samples, required })

/** Only its presence counts here: nothing is run on it. */
const nothing = Effect.never

const wholes = {
  EnterpriseRegistry: whole(EnterpriseRegistry.cases, World.enterpriseRegistry, "match", "mismatch", "mixed"),
  IdCardVerifier: whole(IdCardVerifier.cases, World.idCardVerifier, "match", "mismatch", "mixed"),
  BankCardVerifier: whole(BankCardVerifier.cases, World.bankCardVerifier, "match", "mismatch", "mixed"),
  SmsSender: whole(SmsSender.cases, World.smsSender, "mobiles", "inbox"),
  BankUkeyGateway: whole(
    BankUkeyGateway.cases,
    World.bankUkeyGateway,
    "requests",
    "comesBack",
    "onFile",
    "otherBank",
    "hosts"
  ),
  CardReader: whole(CardReader.cases, World.cardReader, "card", "other", "remove", "triesLeft", "today"),
  CaptchaGate: whole(CaptchaGate.cases, World.captchaGate, "solve"),
  PasswordHasher: whole(PasswordHasher.cases, {}),
  Vault: whole(Vault.cases, {}),
  Entropy: whole(Entropy.cases, {}),
  Ledger: whole(Ledger.casesWith, { place: nothing }),
  Store: whole(Store.casesWith, { otherVault: Layer.effectDiscard(nothing) as never })
}

/** What a suite can be run on. */
export type Port = keyof typeof wholes
export const ports = Object.keys(wholes) as ReadonlyArray<Port>

const namesOf = (cases: ReadonlyArray<Case<unknown>>) => cases.map(({ name }) => name)

/** A sample without a question in it tests nothing, and so it is not there. */
const isThere = (sample: unknown): boolean => sample !== undefined && !(Array.isArray(sample) && sample.length === 0)

/** The names of every case of a port, or of all ports. */
export const caseNames = (port?: Port): ReadonlyArray<string> =>
  (port === undefined ? ports : [port]).flatMap((one) => namesOf(wholes[one].cases(wholes[one].samples)))

/** A case is skipped for the sample without which it is not there. */
const skippedFor = (port: Port, given: object): ReadonlyArray<Skipped> => {
  const { cases, required, samples } = wholes[port]
  const missing = Object.keys(samples).filter(
    (sample) => !required.includes(sample) && !isThere(given[sample as never])
  )
  return missing.flatMap((needs) => {
    const { [needs as never]: _, ...rest } = samples
    const left = namesOf(cases(rest))
    return namesOf(cases(samples)).flatMap((name) => (left.includes(name) ? [] : [{ name, needs }]))
  })
}

const suite = <R>(port: Port, cases: ReadonlyArray<Case<R>>, samples: object): Suite<R> => ({
  port,
  cases,
  skipped: skippedFor(port, samples),
  ...(port === "Ledger" || port === "Store" ? { live: true } : {})
})

export const enterpriseRegistry = <R = never>(samples: EnterpriseRegistry.Samples<R>) =>
  suite("EnterpriseRegistry", EnterpriseRegistry.cases(samples), samples)
export const idCardVerifier = <R = never>(samples: IdCardVerifier.Samples<R>) =>
  suite("IdCardVerifier", IdCardVerifier.cases(samples), samples)
export const bankCardVerifier = <R = never>(samples: BankCardVerifier.Samples<R>) =>
  suite("BankCardVerifier", BankCardVerifier.cases(samples), samples)
export const smsSender = <R = never>(samples: SmsSender.Samples<R>) =>
  suite("SmsSender", SmsSender.cases(samples), samples)
export const bankUkeyGateway = <R = never>(samples: BankUkeyGateway.Samples<R>) =>
  suite("BankUkeyGateway", BankUkeyGateway.cases(samples), samples)
export const cardReader = <R = never>(samples: CardReader.Samples<R>) =>
  suite("CardReader", CardReader.cases(samples), samples)
export const captchaGate = <R = never>(samples: CaptchaGate.Samples<R>) =>
  suite("CaptchaGate", CaptchaGate.cases(samples), samples)
export const passwordHasher = (samples: PasswordHasher.Samples = {}) =>
  suite("PasswordHasher", PasswordHasher.cases(samples), samples)
export const vault = () => suite("Vault", Vault.cases(), {})
export const entropy = () => suite("Entropy", Entropy.cases(), {})
export const ledger = (samples: Ledger.Samples = {}) => suite("Ledger", Ledger.casesWith(samples), samples)
/** On a layer that gives a ledger, a vault and core's store over them. */
export const store = (samples: Store.Samples = {}) => suite("Store", Store.casesWith(samples), samples)

/** The required samples that are not there, for samples whose type nobody has checked. */
export const samplesMissing = (port: Port, samples: object): ReadonlyArray<string> =>
  wholes[port].required.filter((sample) => !isThere(samples[sample as never]))

/** The samples that no case of the port asks for, such as one that is misspelt, and the names there are. */
export const samplesUnknown = (
  port: Port,
  samples: object
): { readonly unknown: ReadonlyArray<string>; readonly names: ReadonlyArray<string> } => {
  const names = Object.keys(wholes[port].samples)
  return { unknown: Object.keys(samples).filter((sample) => !names.includes(sample)), names }
}

/** The suite of a port by its name, for samples whose type nobody has checked. */
export const byName = (port: Port, samples: object): Suite<unknown> => suite(port, wholes[port].cases(samples), samples)
