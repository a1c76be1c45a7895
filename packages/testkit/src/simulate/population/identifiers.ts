import {
  identityCheckCharacter,
  organizationCheckCharacter,
  passesLuhn,
  unifiedSocialCreditCheckCharacter
} from "@single-window/core/identifiers"
import type { Random } from "../Random.js"

const pad = (number: number, length: number): string => String(number).padStart(length, "0")

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/** Four characters that no other number has. */
const fourCharacters = (number: number): string => {
  let left = number
  let text = ""
  for (let at = 0; at < 4; at++) {
    text = alphabet.charAt(left % 31) + text
    left = Math.floor(left / 31)
  }
  return text
}

/** Organization codes that begin with XXXX are given to nobody; `category` is the first two characters. */
export const unifiedSocialCreditCode = (category: string, number: number): string => {
  const body = `XXXX${fourCharacters(number)}`
  const front = `${category}110100${body}${organizationCheckCharacter(body)}`
  return front + unifiedSocialCreditCheckCharacter(front)
}

const provinces = [11, 12, 13, 21, 31, 32, 33, 35, 37, 42, 44, 51]

/** A date of birth that goes with a number of three digits, so that no two people share both. */
const birth = (random: Random, number: number): string =>
  pad(random.between(1958, 2001), 4) + pad((number % 12) + 1, 2) + pad((Math.floor(number / 12) % 28) + 1, 2)

const withCheck = (digits: string): string => digits + identityCheckCharacter(digits)
const sequence = (number: number): string => pad(Math.floor(number / 336) % 1000, 3)

/** County 9999 is not assigned in any province, so such a number was never issued to anybody. */
export const residentId = (random: Random, number: number): string =>
  withCheck(`${random.pick(provinces)}9999${birth(random, number)}${sequence(number)}`)

export const hmtResidence = (random: Random, number: number): string =>
  withCheck(`${random.pick(["810000", "820000", "830000"])}${birth(random, number)}${sequence(number)}`)

export const foreignerPermanentResidence = (random: Random, number: number): string =>
  withCheck(`911999${birth(random, number)}${sequence(number)}`)

export const passport = (number: number): string => `EA${pad(number, 7)}`
export const foreignPassport = (number: number): string => `C${pad(number, 8)}`
export const hkMacaoPermit = (number: number): string => `H${pad(number, 8)}`
export const taiwanPermit = (number: number): string => pad(number, 8)

/** Within a card range that no bank uses. */
export const bankCard = (number: number): string => {
  const front = `629999${pad(number, 12)}`
  for (let last = 0; ; last++) if (passesLuhn(`${front}${last}`)) return `${front}${last}`
}

export const mobile = (number: number): string => `138${pad(number, 8)}`
export const cardNumber = (number: number): string => `JJ99${pad(number, 9)}`
