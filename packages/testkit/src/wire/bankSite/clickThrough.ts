import { request as requestPlain } from "node:http"
import { Agent, request as requestTls } from "node:https"
import { form, type Pairs } from "./form.js"

/** Somebody at a browser without scripts. */
export interface Person {
  /** What TLS trusts, in PEM. */
  readonly ca: string
  readonly charset: "utf-8" | "gbk"
  readonly password: string
  /** The page on which 取消 is pressed. */
  readonly cancelAt?: number
}

export interface Going {
  readonly url: string
  readonly method: "GET" | "POST"
  readonly fields: Readonly<Record<string, string>>
}

export interface Seen {
  readonly step: number
  readonly title: string
  readonly html: string
}

/** The way that led to the last page, and where that sends the browser. */
export interface Trip {
  readonly pages: ReadonlyArray<Seen>
  readonly back: { readonly method: "GET" | "POST"; readonly url: string; readonly body: string } | undefined
}

export interface Loaded {
  readonly status: number
  readonly text: string
}

/** Loads one page; `agent` keeps the line to a bank open from page to page. */
export const load = (url: string, method: "GET" | "POST", body: string, agent?: Agent): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const options = {
      method,
      agent: agent ?? (false as const),
      ...(method === "POST" ? { headers: { "Content-Type": "application/x-www-form-urlencoded" } } : {})
    }
    const sending = (url.startsWith("https:") ? requestTls : requestPlain)(url, options, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (part: string) => {
        text += part
      })
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }))
      response.on("error", reject)
    })
    sending.on("error", reject)
    sending.end(method === "POST" ? body : undefined)
  })

const unescaped = (text: string): string => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

const find = (html: string, pattern: RegExp): string | undefined => {
  const found = pattern.exec(html)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

const hiddenInputs = (html: string): Pairs =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = "", value = ""]) => [unescaped(name), unescaped(value)] as const
  )

const seen = ({ text }: Loaded): Seen => ({
  step: Number(find(text, /data-step="(\d)"/) ?? Number.NaN),
  title: find(text, /<h1>([^<]*)<\/h1>/) ?? "",
  html: text
})

const wayBack = (html: string, charset: Person["charset"]): Trip["back"] => {
  const link = find(html, /<a id="return" href="([^"]*)"/)
  if (link !== undefined) return { method: "GET", url: link, body: "" }
  const action = find(html, /<form id="return" method="post" action="([^"]*)"/)
  return action === undefined ? undefined : { method: "POST", url: action, body: form(hiddenInputs(html), charset) }
}

const MOST_PAGES = 12

const walk = async (going: Going, person: Person, agent: Agent): Promise<Trip> => {
  const pages: Array<Seen> = []
  let at = await load(going.url, going.method, form(Object.entries(going.fields), person.charset), agent)
  for (;;) {
    const page = seen(at)
    pages.push(page)
    const action = find(page.html, /<form method="post" action="([^"]*)"/)
    if (action === undefined || pages.length > MOST_PAGES) return { pages, back: wayBack(page.html, person.charset) }
    const fields = new URLSearchParams({ do: page.step === person.cancelAt ? "no" : "yes" })
    if (page.html.includes('name="password"')) fields.set("password", person.password)
    at = await load(new URL(action, going.url).href, "POST", String(fields), agent)
  }
}

/** Goes to the bank and through its pages, pressing the first button of each and entering the password, up to the way back. */
export const clickThrough = async (going: Going, person: Person): Promise<Trip> => {
  const agent = new Agent({ ca: person.ca, keepAlive: true })
  try {
    return await walk(going, person, agent)
  } finally {
    agent.destroy()
  }
}
