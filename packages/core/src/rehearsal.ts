import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { type PortName, Verdict } from "./domain/Verdict.js"
import { BankCardVerifier } from "./ports/BankCardVerifier.js"
import { BankUkeyGateway } from "./ports/BankUkeyGateway.js"
import { CaptchaGate } from "./ports/CaptchaGate.js"
import { CardReader } from "./ports/CardReader.js"
import { EnterpriseRegistry } from "./ports/EnterpriseRegistry.js"
import { IdCardVerifier } from "./ports/IdCardVerifier.js"
import type { Ports } from "./ports/index.js"
import { SmsSender } from "./ports/SmsSender.js"
import type { Refusal } from "./Refusal.js"
import type { Store } from "./store/Store.js"

/** Thrown through a rehearsal when it comes to a party that it must not ask; caught where the rehearsal began. */
class WouldAsk extends Data.TaggedClass("WouldAsk")<{ readonly port: PortName }> {}

const stop = (port: PortName) => Effect.die(new WouldAsk({ port }))

/**
 * Runs a command with the parties that cost something (a text message, a PIN, an attempt, a captcha) taken away. The registry is
 * asked, for it is a mere look-up; where it cannot be, the rehearsal goes on as if it agreed and says so.
 */
export const rehearsing = <E extends Refusal>(
  context: Context.Context<Ports | Store>,
  run: (events: Array<string>, ports: Context.Context<Ports | Store>) => Effect.Effect<unknown, E>
): Effect.Effect<
  { readonly result?: unknown; readonly wouldAsk: ReadonlyArray<PortName>; readonly events: ReadonlyArray<string> },
  E
> =>
  Effect.suspend(() => {
    const wouldAsk: Array<PortName> = []
    const events: Array<string> = []
    const registry = Context.get(context, EnterpriseRegistry)
    const ports = context.pipe(
      Context.add(EnterpriseRegistry, {
        check: (question) =>
          registry.check(question).pipe(
            Effect.catchAll(() =>
              Effect.sync(() => {
                wouldAsk.push("registry")
                return Verdict.Match()
              })
            )
          )
      }),
      Context.add(IdCardVerifier, { verify: () => stop("id-card") }),
      Context.add(BankCardVerifier, { verify: () => stop("bank-card") }),
      Context.add(SmsSender, { sendCode: () => stop("sms") }),
      Context.add(CardReader, { authenticate: () => stop("card") }),
      Context.add(CaptchaGate, { issue: stop("captcha"), check: () => stop("captcha") }),
      Context.add(BankUkeyGateway, { redirect: () => stop("bank-ukey"), read: () => stop("bank-ukey") })
    )
    return run(events, ports).pipe(
      Effect.map((result) => ({ result, wouldAsk, events })),
      Effect.catchAllDefect((defect) =>
        defect instanceof WouldAsk
          ? Effect.succeed({ wouldAsk: [...wouldAsk, defect.port], events })
          : Effect.die(defect)
      )
    )
  })
