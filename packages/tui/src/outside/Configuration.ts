import type {
  BankCardVerifier,
  BankUkeyGateway,
  CardReader,
  EnterpriseRegistry,
  IdCardVerifier,
  SmsSender
} from "@single-window/core"
import * as Either from "effect/Either"
import { nearest } from "../commandLine/nearest.js"
import type { Mistake, Ready } from "./Ready.js"
import { banks } from "./sources/banks.js"
import { eportClient, pcscCard } from "./sources/cards.js"
import type { Place, Source } from "./sources/source.js"
import { vendors } from "./sources/vendors.js"

/** Whom a host asks: for each port its sources in the order in which they are asked. */
export interface Configuration {
  readonly registry: ReadonlyArray<Ready<EnterpriseRegistry>>
  readonly "id-card": ReadonlyArray<Ready<IdCardVerifier>>
  readonly "bank-card": ReadonlyArray<Ready<BankCardVerifier>>
  readonly sms: ReadonlyArray<Ready<SmsSender>>
  readonly "bank-ukey": ReadonlyArray<Ready<BankUkeyGateway>>
  readonly card: ReadonlyArray<Ready<CardReader>>
  /** Where banks send people back to. */
  readonly returnUrl: string | undefined
  /** The banks that are connected, by their codes. */
  readonly banks: ReadonlyArray<string>
}

export const configurablePorts = ["registry", "id-card", "bank-card", "sms", "bank-ukey", "card"] as const
type Port = (typeof configurablePorts)[number]

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Ports that no second source may be asked for: a message would arrive twice, a PIN be entered twice. */
const single: ReadonlySet<string> = new Set<Port>(["sms", "bank-ukey", "card"])

const one = <Id>(sources: Readonly<Record<string, Source<Id>>>, given: unknown, place: Place) => {
  const names = Object.keys(sources)
  const { words } = place
  if (!isFields(given)) return Either.left<Mistake>({ path: [], why: words.notObject })
  const { source: name } = given
  if (typeof name !== "string") return Either.left<Mistake>({ path: [], why: words.noSource(names) })
  const found = Object.hasOwn(sources, name) ? sources[name] : undefined
  return found === undefined
    ? Either.left<Mistake>({ path: ["source"], why: words.unknownSource(name, nearest(name, names), names) })
    : found.read(given, place)
}

const within =
  (...above: ReadonlyArray<string>) =>
  ({ path, why }: Mistake): Mistake => ({ path: [...above, ...path], why })

const sourcesOf = <Id>(
  port: Port,
  sources: Readonly<Record<string, Source<Id>>>,
  verifiers: Fields,
  place: Place
): Either.Either<ReadonlyArray<Ready<Id>>, Mistake> =>
  Either.gen(function* () {
    const given = verifiers[port]
    const { words } = place
    if (given === undefined) return []
    if (!Array.isArray(given)) return [yield* Either.mapLeft(one(sources, given, place), within("verifiers", port))]
    if (given.length === 0) return yield* Either.left<Mistake>({ path: ["verifiers", port], why: words.noSources })
    if (given.length > 1 && single.has(port))
      return yield* Either.left<Mistake>({ path: ["verifiers", port], why: words.oneSourceOnly })
    const ready: Array<Ready<Id>> = []
    for (const [at, each] of given.entries()) {
      const next = yield* Either.mapLeft(one(sources, each, place), within("verifiers", port, String(at)))
      if (ready.some(({ source }) => source === next.source))
        return yield* Either.left<Mistake>({ path: ["verifiers", port], why: words.sameSourceTwice(next.source) })
      ready.push(next)
    }
    return ready
  })

const unknownIn = (given: Fields, names: ReadonlyArray<string>, path: ReadonlyArray<string>, { words }: Place) => {
  const strange = Object.keys(given).find((name) => !names.includes(name))
  return strange === undefined
    ? Either.right(undefined)
    : Either.left<Mistake>({ path, why: words.unknownField(strange, nearest(strange, names), names) })
}

/** What a configuration file says, or the first thing in it that is wrong. Nothing is asked and no secret is looked for yet. */
export const read = (data: unknown, place: Place): Either.Either<Configuration, Mistake> =>
  Either.gen(function* () {
    const { words } = place
    if (!isFields(data)) return yield* Either.left<Mistake>({ path: [], why: words.notObject })
    yield* unknownIn(data, ["verifiers"], [], place)
    const { verifiers } = data
    if (verifiers === undefined) return yield* Either.left<Mistake>({ path: [], why: words.missing("verifiers") })
    if (!isFields(verifiers)) return yield* Either.left<Mistake>({ path: ["verifiers"], why: words.notObject })
    yield* unknownIn(verifiers, configurablePorts, ["verifiers"], place)
    const bankFields = [verifiers["bank-ukey"]].flat().find(isFields)
    return {
      registry: yield* sourcesOf<EnterpriseRegistry>("registry", vendors.registry, verifiers, place),
      "id-card": yield* sourcesOf<IdCardVerifier>("id-card", vendors["id-card"], verifiers, place),
      "bank-card": yield* sourcesOf<BankCardVerifier>("bank-card", vendors["bank-card"], verifiers, place),
      sms: yield* sourcesOf<SmsSender>("sms", vendors.sms, verifiers, place),
      "bank-ukey": yield* sourcesOf<BankUkeyGateway>("bank-ukey", { "bank-ukey": banks }, verifiers, place),
      card: yield* sourcesOf<CardReader>(
        "card",
        { "eport-client": eportClient, "pcsc-card": pcscCard },
        verifiers,
        place
      ),
      returnUrl: typeof bankFields?.returnUrl === "string" ? bankFields.returnUrl : undefined,
      banks: [bankFields?.banks ?? []].flat().flatMap((bank) => (isFields(bank) ? [String(bank.code)] : []))
    }
  })
