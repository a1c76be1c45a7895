import {
  CardControlMissing,
  CardMissing,
  CardPinLocked,
  CardPinWrong,
  CardReaderMissing,
  type CardRefusal,
  Unavailable
} from "@single-window/core"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { fromBase64, fromPem } from "../certificate/index.js"
import type { CodeMeaning } from "./codes.js"
import type { Method } from "./Request.js"
import { WireAnswer } from "./Wire.js"

export type Failure = CardRefusal | Unavailable

/** `detail` is a fixed phrase: nothing that came over the wire is repeated. */
export const unavailable = (detail: string): Unavailable => new Unavailable({ port: "card", detail })

const decode = Schema.decodeUnknownOption(WireAnswer)

const parsed = (text: string): Option.Option<unknown> => {
  try {
    return Option.some(JSON.parse(text))
  } catch {
    return Option.none()
  }
}

/** One frame as an answer. A frame that does not begin with `{` is illegal data, `BLOCKTXT` included: no answer here is that long. */
export const readFrame = (text: string): Either.Either<WireAnswer, Unavailable> =>
  text.startsWith("{")
    ? Either.fromOption(Option.flatMap(parsed(text), decode), () => unavailable("an answer of another shape"))
    : Either.left(unavailable("illegal data"))

/** Whether an answer is the one that is waited for; `stranger` is about something else, such as the control's greeting. */
export const answers = (
  { _id, _method }: WireAnswer,
  asked: { readonly id: number; readonly method: string }
): "yes" | "mismatched" | "stranger" => {
  const [sameId, sameMethod] = [_id === asked.id, _method === asked.method]
  if (sameId && sameMethod) return "yes"
  return sameId || sameMethod ? "mismatched" : "stranger"
}

const codeIn = ([sentence = "", code = ""]: ReadonlyArray<string>): string | undefined =>
  /^Err:[A-Za-z]+?(\d{1,12})$/.exec(code)?.[1] ?? /错误码\s*[=:：]\s*(\d{1,12})/.exec(sentence)?.[1]

/** Read off the sentence alone when the code is unknown, and only of an answer to the PIN. */
const pinMeaning = (sentence: string): CodeMeaning | undefined => {
  if (!/密码|口令|PIN/i.test(sentence)) return undefined
  if (/锁/.test(sentence)) return "pin-locked"
  return /错误|不正确|不对/.test(sentence.replace(/错误码/g, "")) ? "pin-wrong" : undefined
}

const attemptsIn = (sentence: string): number | undefined => {
  const found = /(?:剩余|还剩|还有|可重试)\D{0,6}(\d{1,2})/.exec(sentence)?.[1]
  return found === undefined ? undefined : Number(found)
}

const refusalOf = (meaning: CodeMeaning, attemptsLeft: number | undefined): CardRefusal => {
  switch (meaning) {
    case "control-missing":
      return new CardControlMissing()
    case "reader-missing":
      return new CardReaderMissing()
    case "card-missing":
      return new CardMissing()
    case "pin-locked":
      return new CardPinLocked()
    case "pin-wrong":
      if (attemptsLeft === 0) return new CardPinLocked()
      return new CardPinWrong(attemptsLeft === undefined ? {} : { attemptsLeft })
  }
}

/** What the answer to a call gives, or why not. An unknown code is never a "no": the card could not be asked. */
export const dataOf = (
  { _args: { Data, Error, Result }, _status }: WireAnswer,
  method: Method,
  codes: Readonly<Record<string, CodeMeaning>>
): Either.Either<ReadonlyArray<unknown>, Failure> => {
  if (_status !== "00") return Either.left(unavailable("another status"))
  if (Result) return Either.right(Data)
  const code = codeIn(Error)
  const known = code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined
  const sentence = Error[0] ?? ""
  const meaning = known ?? (method === "SpcVerifyPIN" ? pinMeaning(sentence) : undefined)
  return Either.left(
    meaning === undefined ? unavailable("an unknown error code") : refusalOf(meaning, attemptsIn(sentence))
  )
}

const bytesOf = (data: ReadonlyArray<unknown>, read: (text: string) => Option.Option<Buffer>) =>
  Either.fromOption(typeof data[0] === "string" ? read(data[0]) : Option.none(), () =>
    unavailable("an answer without its data")
  )

export const signatureIn = (data: ReadonlyArray<unknown>): Either.Either<Buffer, Unavailable> =>
  bytesOf(data, fromBase64)
export const certificateIn = (data: ReadonlyArray<unknown>): Either.Either<Buffer, Unavailable> =>
  bytesOf(data, fromPem)
