import { organizationPart, type RegistryQuestion, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { rowOf } from "../outbound/CodeTable.js"
import { settle } from "../outbound/settle.js"
import { Trouble } from "../outbound/Trouble.js"
import { codes, elements } from "./codes.js"
import * as Wire from "./Wire.js"

const notUnderstood = () => new Trouble({ reason: "not-understood" })

const read = <A, I>(schema: Schema.Schema<A, I>) => {
  const decode = Schema.decodeUnknown(schema)
  return (said: unknown) => Effect.mapError(decode(said), notUnderstood)
}

const envelope = read(Wire.Envelope)
const person = read(Wire.PersonResult)
const enterprise = read(Wire.EnterpriseResult)

/** What makes a verdict or another answer of what came over the wire. */
export type Judge<Answer> = (said: unknown) => Effect.Effect<Answer, Trouble>

/** Goes on to the result when `Code` says that there is one, else reads what the code means. */
const opened =
  <Answer>(
    well: string,
    rows: Parameters<typeof settle<Answer>>[0],
    result: (said: unknown) => Effect.Effect<Answer, Trouble>
  ): Judge<Answer> =>
  (said) =>
    Effect.flatMap(envelope(said), ({ Code }) =>
      Code === well ? result(said) : settle<Answer>(rowOf(rows, Code) === undefined ? codes.error.rows : rows, Code)
    )

export const id2MetaPeriodVerify: Judge<Verdict> = opened("200", codes.id2MetaPeriodVerifyCode.rows, (said) =>
  Effect.flatMap(person(said), ({ ResultObject }) => settle(codes.id2MetaPeriodVerify.rows, ResultObject.BizCode))
)

/** A reason that is not known explains a no, but makes a yes worthless. */
const bankCode = (biz: string, sub: string): string => {
  if (sub === "") return biz
  const code = `${biz}/${sub}`
  return biz === "1" || rowOf(codes.bankMetaVerify.rows, code) !== undefined ? code : biz
}

export const bankMetaVerify: Judge<Verdict> = opened("200", codes.bankMetaVerifyCode.rows, (said) =>
  Effect.flatMap(person(said), ({ ResultObject: { BizCode, SubCode } }) =>
    settle(codes.bankMetaVerify.rows, bankCode(BizCode, SubCode ?? ""))
  )
)

/** The elements that differ, when every one of them is known. */
const differing = (detail: string | undefined): ReadonlyArray<string> | undefined => {
  const fields = (detail ?? "").split(",").map((flag) => elements.get(flag.trim()))
  return fields.every((field) => field !== undefined) ? fields : undefined
}

export const entElementVerify: Judge<Verdict> = opened<Verdict>("Success", [], (said) =>
  Effect.flatMap(enterprise(said), ({ Result: { BizCode, ReasonDetail, Status } }) =>
    Effect.map(settle(codes.entElementVerify.rows, BizCode === "1" ? `1/${Status ?? ""}` : BizCode), (verdict) => {
      const fields = verdict._tag === "Mismatch" ? differing(ReasonDetail) : undefined
      return fields === undefined ? verdict : Verdict.Mismatch({ fields })
    })
  )
)

/** The vendor is not told the organization code; the USCC holds it, so once the USCC is right the two must agree (GB 32100). */
export const withOrganizationCode = (verdict: Verdict, { enterprise }: RegistryQuestion): Verdict => {
  const { organizationCode, unifiedSocialCreditCode } = enterprise
  const agrees = organizationCode === "" || organizationCode === organizationPart(unifiedSocialCreditCode)
  return verdict._tag === "Match" && !agrees ? Verdict.Mismatch({ fields: ["organizationCode"] }) : verdict
}

export const sendSms: Judge<"sent"> = opened<"sent">("OK", codes.sendSms.rows, () => Effect.succeed("sent"))

const thrown = Schema.decodeUnknownOption(Schema.Struct({ code: Schema.NonEmptyString }))

/** The code of an answer that was not 200: the client throws it. */
export const errorCode = (error: unknown): string | undefined => {
  const read = thrown(error)
  return read._tag === "Some" ? read.value.code : undefined
}
