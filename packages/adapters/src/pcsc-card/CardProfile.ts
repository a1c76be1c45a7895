import { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** Whole bytes in hexadecimal, either case, without spaces. */
const Hex = (least: number, most: number) =>
  Schema.String.pipe(
    Schema.filter((text) => /^([0-9A-Fa-f]{2})*$/.test(text) && text.length >= 2 * least && text.length <= 2 * most, {
      message: () => `${least === most ? least : `${least} to ${most}`} bytes in hexadecimal`
    })
  )

/** An elementary file, by its short identifier within the applet or by its two bytes (ISO/IEC 7816-4). */
const CardFile = Schema.Union(
  Schema.Struct({ sfi: Schema.Int.pipe(Schema.between(1, 30)) }),
  Schema.Struct({ fid: Hex(2, 2) })
)
export type CardFile = typeof CardFile.Type

const Pin = Schema.Struct({
  /** P2 of VERIFY. */
  reference: Schema.optionalWith(Hex(1, 1), { default: () => "81" }),
  /** Characters; a PIN of another length is turned away before a try is spent on it. */
  least: Schema.optionalWith(Schema.Int.pipe(Schema.between(4, 32)), { default: () => 8 }),
  most: Schema.optionalWith(Schema.Int.pipe(Schema.between(4, 32)), { default: () => 8 }),
  /** The byte that fills a shorter PIN up to `most`; without it nothing is filled. */
  padding: Schema.optional(Hex(1, 1)),
  /** Whether VERIFY without a PIN tells how many tries are left. */
  countable: Schema.optionalWith(Schema.Boolean, { default: () => true })
}).pipe(Schema.filter(({ least, most }) => least <= most || "least is more than most"))

/** What the holder file repeats of the certificate, by BER-TLV tag; whatever is named here must agree. */
const Holder = Schema.Struct({
  file: Schema.optionalWith(CardFile, { default: () => ({ sfi: 2 }) }),
  tags: Schema.optionalWith(
    Schema.Struct({
      number: Schema.optional(Hex(1, 3)),
      holderName: Schema.optional(Hex(1, 3)),
      organizationCode: Schema.optional(Hex(1, 3)),
      enterpriseName: Schema.optional(Hex(1, 3))
    }),
    {
      default: () => ({ number: "5A", holderName: "5F20", organizationCode: "C1", enterpriseName: "C2" })
    }
  )
})

const Sign = Schema.Struct({
  /** CLA, INS, P1 and P2 of the command that signs: PSO: COMPUTE DIGITAL SIGNATURE (ISO/IEC 7816-8) unless said otherwise. */
  command: Schema.optionalWith(Hex(4, 4), { default: () => "002A9E9A" }),
  /** Whole commands that come before it, such as MANAGE SECURITY ENVIRONMENT. */
  before: Schema.optionalWith(Schema.Array(Hex(4, 261)), { default: () => [] }),
  /** What the card is given: the digest (for RSA within its DigestInfo), or the text, which it then hashes itself. */
  input: Schema.optionalWith(Schema.Literal("digest", "text"), { default: () => "digest" as const }),
  /** SM2 always goes with SM3. */
  rsaDigest: Schema.optionalWith(Schema.Literal("sha256", "sha1"), { default: () => "sha256" as const })
})

const Meaning = Schema.Literal("pin-wrong", "pin-locked")

/** How the applet of a card is laid out: data, because each card maker has its own. */
export const CardProfile = Schema.Struct({
  /** The applet's name (AID). */
  applet: Schema.optionalWith(Hex(5, 16), { default: () => "F0535743415244000001" }),
  pin: Schema.optionalWith(Pin, { default: () => Schema.decodeSync(Pin)({}) }),
  /** The certificate in DER. */
  certificate: Schema.optionalWith(CardFile, { default: () => ({ sfi: 1 }) }),
  /** Null for a card without such a file. */
  holder: Schema.optionalWith(Schema.NullOr(Holder), { default: () => Schema.decodeSync(Holder)({}) }),
  /** Whether the card takes commands of extended length; READ BINARY then brings a file in one piece. */
  extendedLength: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  sign: Schema.optionalWith(Sign, { default: () => Schema.decodeSync(Sign)({}) }),
  /** Answers to VERIFY beside those of ISO/IEC 7816-4. */
  statusWords: Schema.optionalWith(Schema.Record({ key: Hex(2, 2), value: Meaning }), {
    default: () => ({ "9804": "pin-wrong" as const, "9840": "pin-locked" as const })
  })
})
export type CardProfile = typeof CardProfile.Type
/** A profile as it is written down: whatever is left out is as in the default. */
export type CardProfileInput = typeof CardProfile.Encoded

const misconfigured = (detail: string) => new Unavailable({ port: "card", detail })

const decode = Schema.decodeUnknown(CardProfile, { onExcessProperty: "error" })

/** The profile that `docs/card-profile.md` describes, changed by what is given. */
export const profileOf = (given: unknown): Effect.Effect<CardProfile, Unavailable> =>
  Effect.mapError(decode(given), ({ message }) => misconfigured(`the card profile cannot be used: ${message}`))
