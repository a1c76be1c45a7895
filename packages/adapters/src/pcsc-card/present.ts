import {
  type CardChallenge,
  CardPinLocked,
  CardPinWrong,
  type CardRefusal,
  type Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { type CardAnswer, type CardTrust, distrusted, presentable } from "../certificate/index.js"
import { countTries, pinBlock, selectApplet, verify } from "./Apdu.js"
import type { CardProfile } from "./CardProfile.js"
import { toBeSigned } from "./challenge.js"
import { type Answer, type Ask, asking, done, readFile } from "./exchange.js"
import { type Connect, type Failure, type Link, unavailable } from "./Link.js"

/** Whom the last try was announced to: the card by its certificate, in the memory of this process. */
export interface LastTry {
  readonly allowed: (certificate: Buffer) => boolean
  readonly tell: (certificate: Buffer, left: number | undefined) => void
}

export interface Presented extends CardAnswer {
  /** What stands in the holder file, where the profile has one. */
  readonly holder: Buffer | undefined
}

type Said = { readonly _tag: "done" | "locked" | "unknown" } | { readonly _tag: "wrong"; readonly left?: number }

/** What an answer to VERIFY means: 63Cx and 6983 of ISO/IEC 7816-4, and the profile's own. */
const meaning = ({ status }: Answer, { statusWords }: CardProfile): Said => {
  if (status === 0x9000) return { _tag: "done" }
  if (status === 0x6983 || status === 0x63c0) return { _tag: "locked" }
  if ((status & 0xfff0) === 0x63c0) return { _tag: "wrong", left: status & 0x0f }
  const hex = status.toString(16).padStart(4, "0")
  const own = Object.entries(statusWords).find(([word]) => word.toLowerCase() === hex)?.[1]
  if (own === "pin-locked") return { _tag: "locked" }
  return own === "pin-wrong" ? { _tag: "wrong" } : { _tag: "unknown" }
}

const wrong = (left: number | undefined) =>
  Effect.fail(new CardPinWrong(left === undefined ? {} : { attemptsLeft: left }))

/**
 * One VERIFY for one PIN that a person entered, and none at all where the card is locked already, or where it would be the last try
 * and nobody was told so.
 */
const enter = (
  ask: Ask,
  profile: CardProfile,
  lastTry: LastTry,
  certificate: Buffer,
  pin: Redacted.Redacted
): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const { countable, most, padding, reference } = profile.pin
    if (countable) {
      const said = meaning(yield* ask(countTries(reference)), profile)
      if (said._tag === "locked") return yield* Effect.fail(new CardPinLocked())
      if (said._tag === "wrong" && said.left === 1 && !lastTry.allowed(certificate)) {
        lastTry.tell(certificate, 1)
        return yield* wrong(1)
      }
    }
    // Whatever was said is used up by the entry, even by one whose answer is lost.
    lastTry.tell(certificate, undefined)
    const block = pinBlock(Redacted.value(pin), padding, most)
    const said = meaning(
      yield* Effect.ensuring(
        ask(verify(reference, block)),
        Effect.sync(() => block.fill(0))
      ),
      profile
    )
    lastTry.tell(certificate, said._tag === "wrong" ? said.left : undefined)
    if (said._tag === "locked") return yield* Effect.fail(new CardPinLocked())
    if (said._tag === "wrong") return yield* wrong(said.left)
    if (said._tag === "unknown") return yield* Effect.fail(unavailable("an unknown answer to the PIN"))
  })

const sign = (ask: Ask, { sign: { before, command } }: CardProfile, data: Buffer): Effect.Effect<Buffer, Failure> =>
  Effect.gen(function* () {
    for (const whole of before) {
      const bytes = Buffer.from(whole, "hex")
      const [header, body] = [bytes.subarray(0, 4), bytes.subarray(5)]
      yield* done("prepare to sign", ask({ header, data: body.length === 0 ? undefined : body }))
    }
    return yield* done("sign", ask({ header: Buffer.from(command, "hex"), data, expected: 256 }))
  })

/** Opens the applet; a card without it is not one of these. */
export const select = (link: Link, profile: CardProfile): Effect.Effect<Ask, Failure> => {
  const ask = asking(link, profile)
  return Effect.flatMap(ask(selectApplet(profile.applet)), ({ status }): Effect.Effect<Ask, Failure> => {
    if (status === 0x9000) return Effect.succeed(ask)
    const absent = status === 0x6a82 || status === 0x6a81 || status === 0x6d00 || status === 0x6e00
    return absent ? distrusted("no such applet") : Effect.fail(unavailable("the card does not select its applet"))
  })
}

/** What is asked of a card before its PIN is: whose it is. A card that would be refused anyway is not given a PIN, and loses no try. */
const introduced = (ask: Ask, profile: CardProfile, trust: CardTrust, today: string) =>
  Effect.gen(function* () {
    const bytes = yield* readFile(ask, profile, { file: profile.certificate, oneObject: true })
    const certificate = yield* presentable(trust, today, bytes).pipe(
      Effect.catchTag("CardDisbelieved", ({ because }) => distrusted(because))
    )
    const { holder } = profile
    const says = holder === null ? undefined : yield* readFile(ask, profile, { file: holder.file, oneObject: false })
    return { bytes, certificate, says }
  })

export interface Presenting {
  readonly connect: Connect
  readonly profile: CardProfile
  readonly trust: CardTrust
  readonly lastTry: LastTry
}

/** One user action: the applet selected, the certificate and the holder file read, the PIN entered once, the challenge signed. */
export const present = (
  { connect, lastTry, profile, trust }: Presenting,
  challenge: CardChallenge,
  pin: Redacted.Redacted
): Effect.Effect<Presented, CardRefusal | Unavailable> =>
  Effect.gen(function* () {
    const ask = yield* select(yield* connect, profile)
    const { bytes, certificate, says } = yield* introduced(ask, profile, trust, challenge.today)
    yield* enter(ask, profile, lastTry, bytes, pin)
    const signature = yield* sign(ask, profile, toBeSigned(profile.sign, certificate, challenge))
    return { certificate: bytes, signature, holder: says }
  }).pipe(Effect.scoped)
