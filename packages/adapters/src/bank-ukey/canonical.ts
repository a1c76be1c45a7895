import * as Option from "effect/Option"
import type { BankProtocol } from "./BankProtocol.js"
import { encode, percentEncoded } from "./charset.js"

/** Names and values in the order in which they are signed; what is absent is left out. */
export type Ordered = ReadonlyArray<readonly [name: string, value: string]>

const separators = /[&=\p{Cc}]/u

/**
 * The bytes that are signed: `name=value&name=value`. Two different lists never give the same bytes, for values hold no separator:
 * they are percent-encoded, or, where a bank signs them as they are, none with a separator is accepted.
 */
export const signedBytes = (
  { charset, signedValues }: Pick<BankProtocol, "charset" | "signedValues">,
  ordered: Ordered
): Option.Option<Buffer> => {
  const parts = ordered.map(([name, value]) => {
    const written =
      signedValues === "percent"
        ? percentEncoded(value, charset)
        : Option.liftPredicate(value, (raw) => !separators.test(raw))
    return Option.map(written, (text) => `${name}=${text}`)
  })
  return Option.flatMap(Option.all(parts), (all) => encode(all.join("&"), charset))
}

/** A list as an address or a form body writes it. */
export const formEncoded = (charset: BankProtocol["charset"], ordered: Ordered): Option.Option<string> =>
  Option.map(
    Option.all(
      ordered.map(([name, value]) => Option.map(percentEncoded(value, charset), (written) => `${name}=${written}`))
    ),
    (all) => all.join("&")
  )
