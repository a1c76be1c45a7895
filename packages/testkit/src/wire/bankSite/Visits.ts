import { randomBytes } from "node:crypto"
import { type SigningKey, signingKey } from "../authority/index.js"
import { type Answering, type Asked, answerForm } from "./answer.js"
import type { BankFault } from "./BankFault.js"
import type { BankAtSite } from "./BankSiteProtocol.js"
import { isSignedByClient, type Pairs, pairsIn } from "./form.js"
import * as pages from "./pages.js"

interface Visit {
  readonly bank: Bank
  readonly asked: Asked
  step: number
  wrongPasswords: number
}

/** A bank with what changes while the site runs. */
export interface Bank {
  readonly at: BankAtSite
  key: SigningKey
  /** A key of `customers`: whose UKEY is in the machine. */
  inserted: string | undefined
}

/** Somebody's form on its way to the site. */
export interface Pressed {
  readonly yes: boolean
  readonly password: string
}

export interface Reply {
  readonly status: number
  readonly html: string
}

const PASSWORD_TRIES = 3
const ok = (html: string): Reply => ({ status: 200, html })

/** What people do at the bank's site, page by page. */
export class Visits {
  fault: BankFault | undefined
  readonly #visits = new Map<string, Visit>()
  readonly #stranger = new Map<string, SigningKey>()

  constructor(
    readonly returnSeconds: number,
    readonly now: () => number,
    /** Tells the outcome to `notifyUrl`, if the request named one. */
    readonly notify: (url: string, body: string) => void
  ) {}

  /** The browser arrives with our request. */
  arrive(bank: Bank, sent: Pairs): Reply {
    if (this.fault === "http-500") return { status: 500, html: "<h1>500</h1>" }
    if (this.fault === "http-429") return { status: 429, html: "<h1>429</h1>" }
    const { at } = bank
    const values = new Map(sent)
    const asked: Asked = Object.fromEntries(
      at.protocol.request.fields.map(([field, name]) => [field, values.get(name)])
    )
    if (!isSignedByClient(at.protocol, sent, at.clientKey))
      return { status: 403, html: pages.refused(at, "请求签名无效") }
    if (asked.bank !== at.protocol.code) return { status: 403, html: pages.refused(at, "银行代码不符") }
    const id = randomBytes(16).toString("hex")
    this.#visits.set(id, { bank, asked, step: 1, wrongPasswords: 0 })
    return ok(pages.first(at, this.#action(id)))
  }

  /** Somebody pressed a button on the page of a visit. */
  press(id: string, pressed: Pressed): Reply {
    const visit = this.#visits.get(id)
    if (visit === undefined) return { status: 404, html: "<h1>404</h1>" }
    if (!pressed.yes) return this.#end(id, visit, false)
    const { at, inserted } = visit.bank
    const customer = inserted === undefined ? undefined : at.customers[inserted]
    if (visit.step === 1) {
      visit.step = 2
      return ok(pages.second(at, this.#action(id)))
    }
    if (customer === undefined) {
      visit.step = 2
      return ok(pages.second(at, this.#action(id), `未检测到${at.ukey}，请插入后重试。`))
    }
    if (visit.step === 2) {
      visit.step = 3
      return ok(pages.third(at, this.#action(id), customer))
    }
    if (visit.step === 3) {
      visit.step = 4
      return ok(pages.fourth(at, this.#action(id)))
    }
    if (pressed.password !== customer.password) {
      visit.wrongPasswords++
      if (visit.wrongPasswords >= PASSWORD_TRIES) return this.#end(id, visit, false)
      return ok(pages.fourth(at, this.#action(id), `密码错误，还可尝试${PASSWORD_TRIES - visit.wrongPasswords}次。`))
    }
    return this.#end(id, visit, true)
  }

  #action(id: string): string {
    return `/visit/${id}`
  }

  #end(id: string, { asked, bank }: Visit, success: boolean): Reply {
    this.#visits.delete(id)
    const { at, inserted, key } = bank
    const { charset, code } = at.protocol
    const stranger = this.#stranger.get(code) ?? signingKey(key.kind, 2048)
    this.#stranger.set(code, stranger)
    const answering: Answering = {
      protocol: at.protocol,
      asked,
      customer: inserted === undefined ? undefined : at.customers[inserted],
      success,
      key,
      strangerKey: stranger,
      now: this.now(),
      fault: this.fault
    }
    const body = answerForm(answering)
    if (asked.notifyUrl !== undefined) this.notify(asked.notifyUrl, body)
    const url = asked.returnUrl ?? ""
    // What a fault leaves of an answer may be no form any more.
    const back: pages.WayBack =
      at.returnBy === "POST" && this.fault === undefined
        ? { method: "POST", url, inputs: pairsIn(body, charset) }
        : { method: "GET", url: `${url}${url.includes("?") ? "&" : "?"}${body}`, inputs: [] }
    return ok(pages.fifth(at, success, this.fault === "never-returns" ? undefined : back, this.returnSeconds))
  }
}
