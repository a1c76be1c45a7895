import { codes } from "@single-window/adapters/eport-client"
import { Either } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Method } from "../../src/eport-client/Request.js"
import { answers, certificateIn, dataOf, readFrame, signatureIn } from "../../src/eport-client/Response.js"

const failing = (sentence: string, code: string, method: Method = "SpcInitEnvEx") => {
  const said = dataOf(
    { _method: method, _id: 1, _status: "00", _args: { Result: false, Data: [], Error: [sentence, code] } },
    method,
    codes
  )
  return Either.isLeft(said) ? said.left : "done"
}

describe("an error of the control", () => {
  it("is what the table says of its code, whatever module raised it", () => {
    const table: ReadonlyArray<readonly [string, string]> = [
      ["Err:Base60408", "CardControlMissing"],
      ["Err:Custom50070", "CardReaderMissing"],
      ["Err:Custom50200", "CardMissing"],
      ["Err:Custom51590", "CardMissing"],
      ["Err:Custom167772195", "CardMissing"],
      ["Err:Custom167772196", "CardPinWrong"],
      ["Err:Custom167772197", "CardPinLocked"]
    ]
    for (const [code, tag] of table) expect(failing("", code), code).toMatchObject({ _tag: tag })
    expect(new Set(table.map(([code]) => code.replace(/^Err:[A-Za-z]+/, "")))).toEqual(new Set(Object.keys(codes)))
    expect(failing("[读卡器底层库]打开读卡器失败:错误码=50200", "")).toMatchObject({ _tag: "CardMissing" })
  })

  it("is never a no when its code is unknown", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (sentence, code) => {
        const said = failing(sentence, code)
        return said !== "done" && (said._tag === "Unavailable" || Object.keys(codes).some((one) => code.endsWith(one)))
      })
    )
    for (const code of ["Err:Base50000", "Err:Custom99999", "Err:Custom", "50200", "Err:Custom502001", "constructor"])
      expect(failing("", code), code).toMatchObject({ _tag: "Unavailable" })
  })

  it("is read off its sentence where the code is unknown, of an answer to the PIN alone", () => {
    const table: ReadonlyArray<readonly [string, object]> = [
      ["用户密码错误，还剩4次机会", { _tag: "CardPinWrong", attemptsLeft: 4 }],
      ["口令不正确", { _tag: "CardPinWrong" }],
      ["PIN码错误,剩余0次", { _tag: "CardPinLocked" }],
      ["卡密码已锁死", { _tag: "CardPinLocked" }],
      ["验证口令时通讯失败:错误码=7", { _tag: "Unavailable" }],
      ["参数错误", { _tag: "Unavailable" }]
    ]
    for (const [sentence, said] of table) {
      expect(failing(sentence, "Err:Custom1", "SpcVerifyPIN"), sentence).toMatchObject(said)
      expect(failing(sentence, "Err:Custom1", "SpcSignDataAsPEM")).toMatchObject({ _tag: "Unavailable" })
    }
    expect(failing("剩余3次", "Err:Custom167772196", "SpcVerifyPIN")).toMatchObject({ attemptsLeft: 3 })
  })
})

describe("a frame", () => {
  const good = { _method: "m", _id: 1, _status: "00", _args: { Result: true, Data: ["x"], Error: [] } }

  it("is an answer only in the one shape, and never throws", () => {
    expect(Either.getOrThrow(readFrame(JSON.stringify(good)))).toEqual(good)
    fc.assert(fc.property(fc.string(), (text) => Either.isEither(readFrame(text))))
    fc.assert(fc.property(fc.json(), (text) => Either.isLeft(readFrame(text))))
    const bad = [
      ` ${JSON.stringify(good)}`,
      JSON.stringify([good]),
      JSON.stringify({ ...good, _id: "1" }),
      JSON.stringify({ ...good, _args: { ...good._args, Result: "true" } }),
      JSON.stringify({ ...good, _args: { ...good._args, Data: "x" } }),
      `${JSON.stringify(good)}${JSON.stringify(good)}`,
      `{"a":${"[".repeat(200_000)}`
    ]
    for (const text of bad) expect(Either.isLeft(readFrame(text)), text.slice(0, 60)).toBe(true)
  })

  it("answers by number and by method, both", () => {
    const asked = { id: 1, method: "m" }
    expect(answers(good, asked)).toBe("yes")
    expect(answers({ ...good, _id: 2 }, asked)).toBe("mismatched")
    expect(answers({ ...good, _method: "n" }, asked)).toBe("mismatched")
    expect(answers({ ...good, _id: 2, _method: "n" }, asked)).toBe("stranger")
  })

  it("gives bytes only where its data is canonical base64", () => {
    expect(Either.getOrThrow(signatureIn(["QUI="])).toString()).toBe("AB")
    expect(Either.getOrThrow(certificateIn(["QU\r\nI=\n"])).toString()).toBe("AB")
    for (const data of [[], [1], [null], [["QUI="]], ["QUJ="], ["QUI"], [""]])
      expect(Either.isLeft(signatureIn(data))).toBe(true)
  })
})
