import type { EportCard, SignatureForm } from "../authority/index.js"
import { type SigningKey, signingKey } from "../authority/index.js"
import type { ControlFault } from "./ControlFault.js"

/** The `_args` of an answer. */
export interface Outcome {
  readonly Result: boolean
  readonly Data: ReadonlyArray<unknown>
  readonly Error: ReadonlyArray<string>
}

const done = (...data: ReadonlyArray<unknown>): Outcome => ({ Result: true, Data: data, Error: [] })
export const failed = (sentence: string, code: string): Outcome => ({
  Result: false,
  Data: [],
  Error: [sentence, code]
})

const noReader = failed("[读卡器底层库]复位读卡器失败:错误码=50070", "Err:Custom50070")
const noCard = failed("[读卡器底层库]打开读卡器失败:错误码=50200", "Err:Custom50200")
const badArguments = failed("参数错误", "Err:Base50000")
const locked = failed("用户口令已锁定:错误码=167772197", "Err:Custom167772197")

/** What one line to the control has reached. */
export interface Session {
  open: boolean
  pinEntered: boolean
}

/** The desk with its reader and cards, and what everybody did there. */
export class Desk {
  reader: "ready" | "missing" = "ready"
  inserted: EportCard | undefined
  /** How often a PIN was entered, right or wrong. */
  pinsEntered = 0
  readonly #tries = new Map<string, number>()
  #lastSignature: string | undefined
  #stranger: SigningKey | undefined

  constructor(
    readonly pinTries: number,
    readonly form: SignatureForm
  ) {}

  triesLeft({ number }: Pick<EportCard, "number">): number {
    return this.#tries.get(number) ?? this.pinTries
  }

  /** Does one method of the control, wrongly if the fault says so. */
  perform(session: Session, method: string, args: Readonly<Record<string, unknown>>, fault?: ControlFault): Outcome {
    if (this.reader === "missing") return noReader
    const card = this.inserted
    if (card === undefined) return noCard
    switch (method) {
      case "SpcInitEnvEx":
        session.open = true
        session.pinEntered = false
        return done()
      case "SpcClearEnv":
        session.open = false
        session.pinEntered = false
        return done()
      case "SpcVerifyPIN":
        return session.open ? this.#verify(session, card, args.passwd) : badArguments
      case "SpcGetSignCertAsPEM":
        return session.open ? done(card.certificate.toString("base64")) : badArguments
      case "SpcSignDataAsPEM":
        if (!session.open || !session.pinEntered || typeof args.inData !== "string") return badArguments
        return done(this.#sign(card, args.inData, fault))
      default:
        return failed("方法不存在", "Err:Base50001")
    }
  }

  #verify(session: Session, card: EportCard, pin: unknown): Outcome {
    this.pinsEntered++
    const left = this.triesLeft(card)
    if (left <= 0) return locked
    if (pin === card.pin) {
      this.#tries.set(card.number, this.pinTries)
      session.pinEntered = true
      return done()
    }
    this.#tries.set(card.number, left - 1)
    return failed(`验证用户口令失败,剩余${left - 1}次:错误码=167772196`, "Err:Custom167772196")
  }

  #sign(card: EportCard, text: string, fault: ControlFault | undefined): string {
    if (fault === "replayed-signature" && this.#lastSignature !== undefined) return this.#lastSignature
    this.#stranger ??= signingKey(card.key.kind)
    const key = fault === "another-card" ? this.#stranger : card.key
    const signed = key.sign(Buffer.from(fault === "another-text" ? `${text} ` : text), this.form).toString("base64")
    this.#lastSignature = signed
    return signed
  }
}
