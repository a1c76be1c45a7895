import type { PortName } from "@single-window/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** One scripted answer, in the words of a scenario file; `match` to a port without verdicts means that it just works. */
export const faultAnswers = [
  "match",
  "mismatch",
  "no-record",
  "mismatch-or-no-record",
  "not-supported",
  "unusable",
  "unavailable",
  "limited",
  "late",
  "control-missing",
  "reader-missing",
  "card-missing",
  "pin-wrong",
  "pin-locked",
  "expired",
  "not-trusted"
] as const
export type FaultAnswer = (typeof faultAnswers)[number]

const verdictAnswers: ReadonlyArray<FaultAnswer> = [
  "match",
  "mismatch",
  "no-record",
  "mismatch-or-no-record",
  "not-supported",
  "unusable",
  "unavailable",
  "limited",
  "late"
]

/** What each port can be made to answer. */
export const possibleAnswers: Readonly<Record<PortName, ReadonlyArray<FaultAnswer>>> = {
  registry: verdictAnswers,
  "id-card": verdictAnswers,
  "bank-card": verdictAnswers,
  /** `late`: taken at once, and it arrives later. */
  sms: ["match", "unavailable", "limited", "late"],
  /** To a return, `mismatch` is a right signature under another enterprise and `unusable` is a bank that declined. */
  "bank-ukey": ["match", "mismatch", "unusable", "unavailable", "limited", "late"],
  card: [
    "match",
    "unavailable",
    "late",
    "control-missing",
    "reader-missing",
    "card-missing",
    "pin-wrong",
    "pin-locked",
    "expired",
    "not-trusted"
  ],
  captcha: ["match", "mismatch", "unavailable", "late"],
  password: ["match", "unavailable", "late"],
  vault: ["match", "unavailable", "late"]
}

/** What a port can be made to answer; nothing for a port that nobody knows, from a program that no compiler looked at. */
export const answersOf = (port: string): ReadonlyArray<FaultAnswer> | undefined =>
  Object.hasOwn(possibleAnswers, port) ? possibleAnswers[port as PortName] : undefined

/** Asked for an answer that this port cannot give. */
export class FaultNotPossible extends Data.TaggedError("FaultNotPossible")<{
  readonly port: string
  readonly answer: string
}> {
  override get message() {
    const possible = answersOf(this.port)
    return possible === undefined
      ? `there is no port ${this.port}; there are ${Object.keys(possibleAnswers).join(", ")}`
      : `the port ${this.port} cannot be made to answer ${this.answer}; it can answer ${possible.join(", ")}`
  }
}

/** Trouble that stays until it is lifted. */
export const faultProfiles = [
  "ctid-outage",
  "sms-late",
  "bank-returns-twice",
  "card-pulled-mid-read",
  "registry-stale",
  "rough"
] as const
export type FaultProfile = (typeof faultProfiles)[number]

/** A profile that nobody knows, from a program that no compiler looked at: it would be no trouble at all, and everything would seem fine. */
export class FaultProfileUnknown extends Data.TaggedError("FaultProfileUnknown")<{ readonly profile: string }> {
  override get message() {
    return `there is no fault profile ${this.profile}; there are ${faultProfiles.join(", ")}`
  }
}

/** The profile, if it is one; a defect of the program otherwise. */
export const knownProfile = (profile: FaultProfile | undefined): Effect.Effect<FaultProfile | undefined> =>
  profile === undefined || faultProfiles.includes(profile)
    ? Effect.succeed(profile)
    : Effect.die(new FaultProfileUnknown({ profile: String(profile) }))

/** What each profile stands for, for people who choose one. */
export const profileSays: Readonly<Record<FaultProfile, { readonly zh: string; readonly en: string }>> = {
  "ctid-outage": { zh: "可信身份认证平台无法访问", en: "The trusted-identity platform cannot be reached" },
  "sms-late": { zh: "短信验证码延迟到达", en: "SMS codes arrive late" },
  "bank-returns-twice": { zh: "银行重复发送认证结果", en: "The bank sends its answer twice" },
  "card-pulled-mid-read": { zh: "读卡过程中卡介质被拔出", en: "The card is pulled out while it is being read" },
  "registry-stale": { zh: "企业登记信息更新滞后", en: "The registry lags behind changes" },
  rough: { zh: "各外部服务时好时坏", en: "Every outside service fails now and then" }
}

/** A mock that seals or hashes must hold still: without it nothing can be read back. */
const isSteady = (port: PortName): boolean => port === "vault" || port === "password"

/** What a profile makes a port answer; `roll` gives a number evenly spread over [0, 1), where it comes to that. */
export const profileAnswer = (profile: FaultProfile, port: PortName, roll: () => number): FaultAnswer | undefined => {
  if (profile === "ctid-outage") return port === "id-card" ? "unavailable" : undefined
  if (profile === "sms-late") return port === "sms" ? "late" : undefined
  if (profile !== "rough" || isSteady(port)) return undefined
  const rolled = roll()
  const word = rolled < 0.1 ? "unavailable" : rolled < 0.14 ? "limited" : rolled < 0.2 ? "late" : undefined
  return word !== undefined && possibleAnswers[port].includes(word) ? word : undefined
}
