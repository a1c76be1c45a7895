import * as Schema from "effect/Schema"

/** What is sent: one text frame. */
export interface WireRequest {
  readonly _method: string
  readonly _id: number
  readonly args: Readonly<Record<string, string>>
}

/** What comes back: one text frame. Requests say `args`, answers `_args`. */
export const WireAnswer = Schema.Struct({
  _method: Schema.String,
  _id: Schema.Int,
  _status: Schema.String,
  _args: Schema.Struct({
    Result: Schema.Boolean,
    Data: Schema.optionalWith(Schema.Array(Schema.Unknown), { nullable: true, default: () => [] }),
    Error: Schema.optionalWith(Schema.Array(Schema.String), { nullable: true, default: () => [] })
  })
})
export type WireAnswer = typeof WireAnswer.Type
