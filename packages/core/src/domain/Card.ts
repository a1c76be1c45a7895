import * as Schema from "effect/Schema"

/** 法人卡, 操作员卡, or a card that does not say: R-42 accepts all three, R-73 only the first. */
export const CardKind = Schema.Literal("legal-person", "operator", "unknown")
export type CardKind = typeof CardKind.Type

/** What a China E-Port card proves about itself, read from its certificate after it signed our challenge. */
export const Card = Schema.Struct({
  number: Schema.String,
  kind: CardKind,
  /** Nine characters, no hyphen: what a card carries instead of the USCC (D6). */
  organizationCode: Schema.String,
  enterpriseName: Schema.String,
  holderName: Schema.optional(Schema.String),
  holderDocumentNumber: Schema.optional(Schema.String),
  certificateSerial: Schema.optional(Schema.String),
  /** Last day the certificate is valid, YYYYMMDD in China. */
  validTo: Schema.String
})
export type Card = typeof Card.Type
