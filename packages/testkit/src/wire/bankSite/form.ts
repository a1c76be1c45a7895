import { createVerify } from "node:crypto"
import { sm2 } from "sm-crypto-v2"
import { gbk, type SigningKey } from "../authority/index.js"
import type { BankSiteProtocol } from "./BankSiteProtocol.js"

export type Pairs = ReadonlyArray<readonly [name: string, value: string]>

type Charset = BankSiteProtocol["charset"]

const bytesOf = (text: string, charset: Charset): Buffer => (charset === "gbk" ? gbk(text) : Buffer.from(text, "utf8"))

/** Each byte that is not a letter, a digit or one of -_.~ escaped. */
export const percent = (text: string, charset: Charset): string => {
  let out = ""
  for (const byte of bytesOf(text, charset)) {
    const plain = byte < 0x80 && /[\w.~-]/.test(String.fromCharCode(byte))
    out += plain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0").toUpperCase()}`
  }
  return out
}

export const form = (pairs: Pairs, charset: Charset): string =>
  pairs.map(([name, value]) => `${name}=${percent(value, charset)}`).join("&")

/** Reads a form or query; throws on bytes that the charset lacks. */
export const pairsIn = (text: string, charset: Charset): Pairs =>
  text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", value = ""] = part.split(/=(.*)/s)
      const latin1 = value
        .replaceAll("+", " ")
        .replaceAll(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      return [name, new TextDecoder(charset, { fatal: true }).decode(Buffer.from(latin1, "latin1"))]
    })

const signedText = ({ charset, signedValues }: BankSiteProtocol, pairs: Pairs): Buffer =>
  bytesOf(
    pairs.map(([name, value]) => `${name}=${signedValues === "raw" ? value : percent(value, charset)}`).join("&"),
    charset
  )

export const signed = (protocol: BankSiteProtocol, pairs: Pairs, key: SigningKey): string =>
  key.sign(signedText(protocol, pairs), protocol.signatureForm).toString(protocol.signatureEncoding)

/** Whether our side signed its request: in the order of the protocol, constants first. */
export const isSignedByClient = (protocol: BankSiteProtocol, sent: Pairs, clientKey: Uint8Array): boolean => {
  const { constants, fields, signature: name } = protocol.request
  const values = new Map(sent)
  const order = [...constants.map(([one]) => one), ...fields.map(([, one]) => one)]
  const known = new Set([...order, name])
  if (values.size !== sent.length || sent.some(([one]) => !known.has(one))) return false
  if (constants.some(([one, value]) => values.get(one) !== value)) return false
  const pairs = order.flatMap((one) => {
    const value = values.get(one)
    return value === undefined ? [] : [[one, value] as const]
  })
  const text = signedText(protocol, pairs)
  const signature = Buffer.from(values.get(name) ?? "", protocol.signatureEncoding)
  if (protocol.algorithm === "rsa-sha256") {
    const key = { key: Buffer.from(clientKey), format: "der", type: "spki" } as const
    return createVerify("RSA-SHA256").update(text).verify(key, signature)
  }
  const point = Buffer.from(clientKey.subarray(-65)).toString("hex")
  const options = { der: protocol.signatureForm === "der", hash: true }
  try {
    return sm2.doVerifySignature(new Uint8Array(text), signature.toString("hex"), point, options)
  } catch {
    return false
  }
}

/** Epoch milliseconds as the bank writes them. */
export const timeText = (times: BankSiteProtocol["times"], at: number): string => {
  if (times === "epoch-milliseconds") return String(at)
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "medium",
    hourCycle: "h23"
  })
  return parts.format(at).replaceAll(/\D/g, "")
}
