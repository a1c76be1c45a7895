import { BankCode, CardKind, organizationPart } from "@single-window/core"
import { documentTypes, isDocumentType } from "@single-window/core/identifiers"
import * as Data from "effect/Data"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { contradictionIn } from "./contradictions.js"
import { factoryPin } from "./factoryPin.js"

const day = Schema.String.pipe(Schema.pattern(/^[0-9]{8}$/, { message: () => "eight digits are expected, YYYYMMDD" }))
/** A typing mistake here would make a person whom no verifier covers, so it is refused. */
const documentType = Schema.String.pipe(
  Schema.filter((type) => isDocumentType(type) || `no such document type; there are ${documentTypes.join(", ")}`)
)
const leftOut = <A, I>(schema: Schema.Schema<A, I>, value: NoInfer<A>) =>
  Schema.optionalWith(schema, { default: () => value })

/** A synthetic person as the verifiers know them. */
export const Person = Schema.Struct({
  name: Schema.NonEmptyString,
  document: Schema.Struct({ type: documentType, number: Schema.String }),
  validity: Schema.optional(Schema.Struct({ from: day, to: day })),
  mobile: Schema.optional(Schema.String),
  /** A personal bank card; `mobile` is the number reserved with the bank. */
  bankCard: Schema.optional(Schema.String),
  /** Anything but `active` rules the bank card out: `frozen`, `lost`, `corporate`, … */
  bankCardState: leftOut(Schema.NonEmptyString, "active"),
  /** Whether the trusted-identity platform holds the resident ID card. */
  ctid: leftOut(Schema.Boolean, true),
  /** The identity card was reported lost. */
  lost: leftOut(Schema.Boolean, false)
})
export type Person = typeof Person.Type

/** An enterprise as the registry has it on record. */
export const EnterpriseOnRecord = Schema.Struct({
  name: Schema.NonEmptyString,
  unifiedSocialCreditCode: leftOut(Schema.String, ""),
  /** Left out, it is read from the USCC. */
  organizationCode: leftOut(Schema.String, ""),
  /** A key of `people`; "" when the record names nobody. */
  legalRepresentative: leftOut(Schema.String, ""),
  /** The four elements of a public institution cannot be checked. */
  kind: leftOut(Schema.Literal("enterprise", "public-institution"), "enterprise"),
  status: leftOut(Schema.Literal("operating", "revoked"), "operating"),
  /** What the record said before its last change; a registry that lags behind still answers by it. */
  formerly: Schema.optional(
    Schema.Struct({ name: Schema.optional(Schema.String), legalRepresentative: Schema.optional(Schema.String) })
  )
})
export type EnterpriseOnRecord = typeof EnterpriseOnRecord.Type

/** A China E-Port card that was made for an enterprise. */
export const CardMade = Schema.Struct({
  number: Schema.NonEmptyString,
  /** A key of `enterprises`. */
  enterprise: Schema.String,
  /** A key of `people`. */
  holder: Schema.optional(Schema.String),
  kind: leftOut(CardKind, "unknown"),
  pin: leftOut(Schema.String, factoryPin),
  validTo: leftOut(day, "20991231"),
  /** False for a card whose certificate chain does not hold. */
  trusted: leftOut(Schema.Boolean, true)
})
export type CardMade = typeof CardMade.Type

/** A corporate account with its UKEY: a key of `enterprises`, or that with what the bank has on file instead. */
export const CorporateAccount = Schema.Union(
  Schema.String,
  Schema.Struct({
    enterprise: Schema.String,
    onFile: Schema.Struct({
      name: Schema.optional(Schema.String),
      unifiedSocialCreditCode: Schema.optional(Schema.String),
      organizationCode: Schema.optional(Schema.String)
    })
  })
)
export type CorporateAccount = typeof CorporateAccount.Type

const record = <A, I>(value: Schema.Schema<A, I>) => leftOut(Schema.Record({ key: Schema.String, value }), {})

/** The fields of a world, for formats that hold more than a world. */
export const worldFields = {
  people: record(Person),
  enterprises: record(EnterpriseOnRecord),
  cards: record(CardMade),
  /** Left out, every declared enterprise has a corporate account with every bank. */
  banks: Schema.optional(Schema.Record({ key: BankCode, value: Schema.Array(CorporateAccount) }))
}

/** The outside as data: people, enterprises, cards and banks, all synthetic. */
export const World = Schema.Struct(worldFields)
export type World = typeof World.Type
export type WorldInput = typeof World.Encoded

/** A world that is not of the right shape, or contradicts itself. `path` is dotted: `cards.key1.enterprise`. */
export class WorldInvalid extends Data.TaggedError("WorldInvalid")<{
  readonly path: string
  readonly problem: string
}> {
  override get message() {
    return `${this.path === "" ? "world" : this.path}: ${this.problem}`
  }
}

/** Refuses a world that contradicts itself, and reads the organization codes that were left out. */
export const coherent = (world: World): Either.Either<World, WorldInvalid> => {
  const enterprises = Object.fromEntries(
    Object.entries(world.enterprises).map(([key, enterprise]) => [
      key,
      enterprise.organizationCode === ""
        ? { ...enterprise, organizationCode: organizationPart(enterprise.unifiedSocialCreditCode) }
        : enterprise
    ])
  )
  const whole = { ...world, enterprises }
  const found = contradictionIn(whole)
  return found === undefined ? Either.right(whole) : Either.left(new WorldInvalid(found))
}

const decodeShape = Schema.decodeUnknownEither(World, { onExcessProperty: "error" })

/** Reads a world from plain data, such as a scenario file holds. */
export const decode = (input: unknown): Either.Either<World, WorldInvalid> =>
  decodeShape(input).pipe(
    Either.mapLeft((error) => {
      const [first] = ParseResult.ArrayFormatter.formatErrorSync(error)
      return new WorldInvalid({ path: first?.path.join(".") ?? "", problem: first?.message ?? error.message })
    }),
    Either.flatMap(coherent)
  )

/** A world written in code; throws `WorldInvalid` on a mistake, so that a test stops at its first line. */
export const make = (input: WorldInput): World => Either.getOrThrowWith(decode(input), (error) => error)

/** Two worlds in one; what the second says under the same key stands. */
export const merge = (one: World, other: World): Either.Either<World, WorldInvalid> => {
  const banks = one.banks === undefined && other.banks === undefined ? {} : { banks: { ...one.banks, ...other.banks } }
  return coherent({
    people: { ...one.people, ...other.people },
    enterprises: { ...one.enterprises, ...other.enterprises },
    cards: { ...one.cards, ...other.cards },
    ...banks
  })
}
