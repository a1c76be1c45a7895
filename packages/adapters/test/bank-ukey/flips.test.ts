import { parametersIn } from "@single-window/adapters/bank-ukey"
import { BankUkeyGateway } from "@single-window/core"
import { Effect, Either } from "effect"
import { describe, expect, it } from "vitest"
import { type Code, codes, protocols, request, returned, siteLayer } from "./site.js"

const read = (code: Code, parameters: Readonly<Record<string, string>>) =>
  Effect.flatMap(BankUkeyGateway, (gateway) => Effect.either(gateway.read(code, parameters)))

const encoded = (code: Code, parameters: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    Object.entries(parameters)
      .map(([name, value]) => `${name}=${code === "CCB" ? gbkEscaped(value) : encodeURIComponent(value)}`)
      .join("&"),
    "latin1"
  )

/** Leaves what is ASCII and writes the enterprise's name as it comes over the wire. */
const gbkEscaped = (value: string) =>
  [...value].every((character) => character < "\u0080") ? encodeURIComponent(value) : nameInGbk
const nameInGbk = "%B1%B1%BE%A9%CA%BE%C0%FD%CD%A8%B4%EF%C3%B3%D2%D7%D3%D0%CF%DE%B9%AB%CB%BE"

describe("an answer with a bit flipped", () => {
  for (const code of codes)
    it(`is refused at ${code}, whichever bit of payload or signature it is`, () =>
      Effect.runPromise(
        Effect.gen(function* () {
          const right = yield* returned(request(code))
          const wire = encoded(code, right)
          expect(Either.getOrThrow(parametersIn(protocols[code], wire.toString("latin1")))).toEqual(right)
          let refused = 0
          for (let bit = 0; bit < wire.length * 8; bit++) {
            wire[bit >> 3] = (wire[bit >> 3] ?? 0) ^ (1 << (bit & 7))
            const parameters = parametersIn(protocols[code], wire.toString("latin1"))
            wire[bit >> 3] = (wire[bit >> 3] ?? 0) ^ (1 << (bit & 7))
            // An escape in small letters is the same byte; everything else is another answer.
            if (Either.isRight(parameters) && JSON.stringify(parameters.right) === JSON.stringify(right)) continue
            if (Either.isRight(parameters)) {
              const said = yield* read(code, parameters.right)
              expect(Either.isLeft(said) && said.left._tag, `bit ${bit}`).toBe("BankReturnForged")
            }
            refused++
          }
          expect(refused).toBeGreaterThan(wire.length * 7)
        }).pipe(Effect.provide(siteLayer()))
      ))
})
