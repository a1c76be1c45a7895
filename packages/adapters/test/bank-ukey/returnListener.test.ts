import { request as plain } from "node:http"
import { connect } from "node:net"
import { ABC, CCB, type ReturnListener, returnListener } from "@single-window/adapters/bank-ukey"
import { load } from "@single-window/testkit/wire/bank-site"
import { Duration, Effect, Fiber } from "effect"
import { describe, expect, it } from "vitest"

const listening = <A>(
  act: (listener: ReturnListener) => Effect.Effect<A, unknown>,
  options: Partial<Parameters<typeof returnListener>[0]> = {}
) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(returnListener({ bank: ABC, timeout: "3 seconds", requestMillis: 500, ...options }), act)
    )
  )

const get = (url: string) => Effect.promise(() => load(url, "GET", ""))
const post = (url: string, body: string) => Effect.promise(() => load(url, "POST", body))

/** Sends raw bytes and then does as told; what came back until the line closed, or until it is given up. */
const raw = (url: string, bytes: string, then: "wait" | "reset" | "drip" = "wait") =>
  Effect.promise(
    () =>
      new Promise<string>((resolve) => {
        let answer = ""
        const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
          socket.write(bytes)
          if (then === "reset") socket.resetAndDestroy()
        })
        const dripping = setInterval(() => then === "drip" && socket.write("x"), 100)
        const giveUp = setTimeout(() => socket.destroy(), 2_500)
        socket.on("data", (part) => {
          answer += part
        })
        socket.on("error", () => {})
        socket.on("close", () => {
          clearInterval(dripping)
          clearTimeout(giveUp)
          resolve(answer)
        })
      })
  )

describe("a listener for the way back", () => {
  it("takes one answer on a path that cannot be guessed, by link or by form", () =>
    listening((listener) =>
      Effect.gen(function* () {
        expect(listener.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}$/)
        const shown = yield* get(`${listener.url}?a=1&b=%E5%8C%97`)
        expect(shown.status).toBe(200)
        expect(shown.text).toContain("请务必退出网上银行并关闭浏览器")
        // Somebody reloads the page, or sends another: the first stands.
        expect((yield* post(listener.url, "a=2")).status).toBe(200)
        expect(yield* listener.returned).toEqual({ a: "1", b: "北" })
        expect(yield* listener.returned).toEqual({ a: "1", b: "北" })
      })
    ))

  it("reads in the charset of its bank", () =>
    listening(
      (listener) =>
        Effect.gen(function* () {
          yield* post(listener.url, "b=%B1%B1")
          expect(yield* listener.returned).toEqual({ b: "北" })
        }),
      { bank: CCB }
    ))

  it("turns away what is malformed and waits on for the right one", () =>
    listening((listener) =>
      Effect.gen(function* () {
        const { origin } = new URL(listener.url)
        const status = (url: string) => Effect.map(get(url), (loaded) => loaded.status)
        for (const path of ["/", "/favicon.ico", `/${"0".repeat(32)}`, `/${new URL(listener.url).pathname}`, "/start"])
          expect(yield* status(`${origin}${path}?a=1`), path).toBe(404)
        for (const query of ["", "?", "?a=1&a=2", "?a", "?a=%ff", `?a=${"1".repeat(17_000)}`])
          expect(yield* status(`${listener.url}${query}`), query.slice(0, 10)).toBe(400)
        expect((yield* post(listener.url, `a=${"1".repeat(70_000)}`)).status).toBe(400)
        const head = `Host: ${new URL(listener.url).host}\r\nConnection: close\r\n`
        const { pathname } = new URL(listener.url)
        const json = `{"a":1}`
        const others: ReadonlyArray<readonly [string, string]> = [
          [
            "400",
            `POST ${pathname} HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n${json}`
          ],
          ["405", `PUT ${pathname}?a=1 HTTP/1.1\r\n${head}\r\n`],
          ["404", `GET ${pathname}?a=1 HTTP/1.1\r\nHost: bank.example\r\nConnection: close\r\n\r\n`],
          ["", "nonsense\r\n\r\n"]
        ]
        for (const [expected, bytes] of others) {
          const answer = yield* raw(listener.url, bytes)
          expect(answer.split(" ")[1] ?? "", bytes.slice(0, 20)).toBe(expected)
        }
        yield* get(`${listener.url}?a=right`)
        expect(yield* listener.returned).toEqual({ a: "right" })
      })
    ))

  it("is not held up by a line that drips, breaks off, or pours", () =>
    listening((listener) =>
      Effect.gen(function* () {
        const { host, pathname } = new URL(listener.url)
        const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
        const slow = yield* Effect.fork(
          Effect.timed(raw(listener.url, `GET ${pathname}?a=1 HTTP/1.1\r\nX-Slow: `, "drip"))
        )
        yield* raw(listener.url, `${head}Content-Length: 10\r\n\r\na=`, "reset")
        const poured = yield* Effect.promise(
          () =>
            new Promise<string>((resolve) => {
              const sending = plain(listener.url, {
                method: "POST",
                headers: { "Content-Type": "application/x-www-form-urlencoded", "Transfer-Encoding": "chunked" }
              })
              sending.on("response", (response) => resolve(String(response.statusCode)))
              sending.on("error", ({ message }) => resolve(message))
              const block = Buffer.alloc(1024 * 1024, "a")
              const pour = (left: number): void => {
                if (left === 0 || sending.destroyed) return void sending.end()
                sending.write(block, () => pour(left - 1))
              }
              pour(100)
            })
        )
        expect(poured).toMatch(/400|ECONNRESET|EPIPE|hang up/)
        const [took] = yield* Fiber.join(slow)
        expect(Duration.toMillis(took)).toBeLessThan(2_400)
        yield* get(`${listener.url}?a=right`)
        expect(yield* listener.returned).toEqual({ a: "right" })
      })
    ))

  it("waits no longer than it was told, and closes with its scope", async () => {
    const url = await listening(
      (listener) =>
        Effect.gen(function* () {
          const [took, said] = yield* Effect.timed(Effect.flip(listener.returned))
          expect(said).toMatchObject({ _tag: "Unavailable", port: "bank-ukey" })
          expect(Duration.toMillis(took)).toBeLessThan(1_500)
          return listener.url
        }),
      { timeout: "200 millis" }
    )
    await expect(load(url, "GET", "")).rejects.toThrow()
  })

  it("takes the browser to the bank: by link, or by form in the bank's charset", () =>
    listening((listener) =>
      Effect.gen(function* () {
        const nowhere = yield* get(`${listener.url}/start`)
        expect(nowhere.status).toBe(404)
        const link = listener.startAt({ url: "https://bank.example/?a=1&b=2", method: "GET", fields: {} })
        expect((yield* get(link)).text).toContain('href="https://bank.example/?a=1&#38;b=2"')
        const form = listener.startAt({ url: "https://bank.example/", method: "POST", fields: { n: '甲"<乙' } })
        const { text } = yield* get(form)
        expect(text).toContain('value="甲&#34;&#60;乙"')
        expect(text).toContain('accept-charset="utf-8"')
      })
    ))
})
