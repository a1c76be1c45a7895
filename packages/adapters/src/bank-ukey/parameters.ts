import { BankReturnForged } from "@single-window/core"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { BankProtocol } from "./BankProtocol.js"
import { decode } from "./charset.js"

const MOST_CHARACTERS = 16 * 1024
const NAME = /^[A-Za-z0-9_.-]{1,64}$/

const forged = (reason: string) => Either.left(new BankReturnForged({ reason }))

/** Undoes one layer of form encoding; none when an escape is broken or a byte of the charset is. */
const formDecoded = (text: string, charset: BankProtocol["charset"]): Option.Option<string> => {
  if (!/^(?:[\x21-\x24\x27-\x7e]|%[0-9A-Fa-f]{2})*$/.test(text)) return Option.none()
  const latin1 = text
    .replaceAll("+", " ")
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decode(Buffer.from(latin1, "latin1"), charset)
}

/**
 * Reads what a bank's redirect put behind the question mark, or its form's body, in that bank's charset. A name that occurs twice would let two
 * readers see two values, so it is refused; a value that was encoded twice stays as it is and fails the signature.
 */
export const parametersIn = (
  { charset }: Pick<BankProtocol, "charset">,
  text: string
): Either.Either<Readonly<Record<string, string>>, BankReturnForged> => {
  if (text.length > MOST_CHARACTERS) return forged("too long")
  const found = new Map<string, string>()
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=")
    const name = pair.slice(0, at)
    if (at < 1 || !NAME.test(name)) return forged("a parameter without a name")
    if (found.has(name)) return forged("a parameter occurs twice")
    const value = formDecoded(pair.slice(at + 1), charset)
    if (Option.isNone(value)) return forged("a value that cannot be decoded")
    found.set(name, value.value)
  }
  return Either.right(Object.fromEntries(found))
}
