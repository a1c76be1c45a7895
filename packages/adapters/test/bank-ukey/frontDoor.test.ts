import { ABC, returnListener } from "@single-window/adapters/bank-ukey"
import { BankSite } from "@single-window/testkit/wire/bank-site"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { frontDoor, kept, seeded } from "../frontDoor.js"
import { begin, complete, run, username } from "./atTheDoor.js"
import { codes, siteLayer } from "./site.js"

describe("the five steps of the manual (R-70)", () => {
  for (const bank of codes)
    it(`end at ${bank} with the enterprise proven, and the holder still to come`, () =>
      run(
        Effect.gen(function* () {
          const actor = yield* seeded(username)
          const { listener, shown, trip } = yield* begin(actor, bank)
          expect(trip.pages.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5])
          expect(trip.pages[2]?.html).toContain("北京示例通达贸易有限公司")
          expect(trip.pages[2]?.html).toContain("单一窗口企业实名认证")
          expect(trip.pages.map(({ html }) => /余额|资产负债|交易明细/.test(html))).not.toContain(true)
          expect(shown?.text).toContain("退出网上银行并关闭浏览器")
          expect(yield* complete(actor, yield* listener.returned)).toBe("ok")
          const { account } = yield* kept(username)
          expect(account?.journey?.state._tag).toMatch(/Holder/)
        })
      ))

  it("certify once, though the same answer comes 32 times at once and a thousand times more", () =>
    run(
      Effect.gen(function* () {
        const actor = yield* seeded(username)
        const { listener } = yield* begin(actor, "ABC")
        const parameters = yield* listener.returned
        const together = yield* Effect.all(
          Array.from({ length: 32 }, () => complete(actor, parameters)),
          { concurrency: "unbounded" }
        )
        expect(together.filter((tag) => tag === "ok")).toHaveLength(1)
        const after = yield* kept(username)
        const again = yield* Effect.forEach(Array.from({ length: 1_000 }), () => complete(actor, parameters))
        expect(new Set([...together, ...again])).toEqual(new Set(["ok", "BankReturnReplayed"]))
        expect(yield* kept(username)).toEqual(after)
      })
    ))

  for (const first of ["notice", "browser"] as const)
    it(`count once when the bank's own notice comes too and the ${first} is first`, () =>
      Effect.gen(function* () {
        const notice = yield* returnListener({ bank: ABC, timeout: "5 seconds" })
        const story = Effect.gen(function* () {
          const actor = yield* seeded(username)
          const { listener } = yield* begin(actor, "ABC")
          const [told, brought] = [yield* notice.returned, yield* listener.returned]
          expect(told).toEqual(brought)
          const [one, two] = first === "notice" ? [told, brought] : [brought, told]
          expect(yield* complete(actor, one)).toBe("ok")
          const after = yield* kept(username)
          expect(yield* complete(actor, two)).toBe("BankReturnReplayed")
          expect(yield* kept(username)).toEqual(after)
        })
        const told = siteLayer((options) => ({ ...options, notifyUrl: notice.url }))
        yield* story.pipe(Effect.scoped, Effect.provide(frontDoor(told)))
      }).pipe(Effect.scoped, Effect.runPromise))

  it("is no certification when the person gives up, errs with the password, or has another enterprise's UKEY", () =>
    run(
      Effect.gen(function* () {
        const actor = yield* seeded(username)
        const { insertUkey } = yield* BankSite
        yield* insertUkey("CCB", "xinghai")
        const other = yield* begin(actor, "CCB")
        expect(yield* complete(actor, yield* other.listener.returned)).toBe("BankEnterpriseDiffers")
        yield* insertUkey("CCB", "tongda")
        const clumsy = yield* begin(actor, "CCB", { password: "wrong" })
        expect(clumsy.trip.pages.filter(({ html }) => html.includes("密码错误"))).toHaveLength(2)
        expect(yield* complete(actor, yield* clumsy.listener.returned)).toBe("BankDeclined")
        const quitter = yield* begin(actor, "CCB", { cancelAt: 2 })
        expect(yield* complete(actor, yield* quitter.listener.returned)).toBe("BankDeclined")
        yield* insertUkey("CCB", undefined)
        const none = yield* begin(actor, "CCB")
        expect(none.trip.pages.at(-1)?.html).toContain("未检测到")
        expect((yield* kept(username)).account?.certification.enterprise.state).not.toBe("valid")
      })
    ))
})
