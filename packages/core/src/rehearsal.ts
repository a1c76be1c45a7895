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
import { PasswordHasher } from "./ports/PasswordHasher.js"
import { SmsSender } from "./ports/SmsSender.js"
import { Vault } from "./ports/Vault.js"
import type { Refusal } from "./Refusal.js"
import type { Store } from "./store/Store.js"

/** Thrown through a rehearsal when it comes to a party that it must not ask; caught where the rehearsal began. */
class WouldAsk extends Data.TaggedClass("WouldAsk")<{ readonly port: PortName }> {}

const stop = (port: PortName) => Effect.die(new WouldAsk({ port }))

/**
 * Runs a command with the parties that cost something (a text message, a PIN, an attempt, a captcha) taken away, and with those
 * that hold a secret: a rehearsal spends no try, so whoever could rehearse a password, a code or somebody's document could
 * guess it without end. The registry is asked about an enterprise, which is public; where it is not or cannot be, the
 * rehearsal goes on as if it agreed and says so.
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
    const vault = Context.get(context, Vault)
    const agreed = Effect.sync(() => {
      wouldAsk.push("registry")
      return Verdict.Match()
    })
    const ports = context.pipe(
      Context.add(EnterpriseRegistry, {
        check: (question) =>
          question.legalRepresentativeDocument === undefined
            ? Effect.catchAll(registry.check(question), () => agreed)
            : agreed
      }),
      Context.add(IdCardVerifier, { verify: () => stop("id-card") }),
      Context.add(BankCardVerifier, { verify: () => stop("bank-card") }),
      Context.add(SmsSender, { sendCode: () => stop("sms") }),
      Context.add(CardReader, { authenticate: () => stop("card") }),
      Context.add(PasswordHasher, { hash: () => Effect.succeed(""), verify: () => stop("password") }),
      Context.add(Vault, {
        ...vault,
        // Commands hash nothing but SMS codes; the store seals and hashes by the vault it was made with.
        fingerprint: () => {
          throw new WouldAsk({ port: "sms" })
        }
      }),
      Context.add(CaptchaGate, { issue: stop("captcha"), check: () => stop("captcha") }),
      Context.add(BankUkeyGateway, { redirect: () => stop("bank-ukey"), read: () => stop("bank-ukey") })
    )
    return run(events, ports).pipe(
      Effect.map((result) => ({ ...(result === undefined ? {} : { result }), wouldAsk, events })),
      Effect.catchAllDefect((defect) =>
        defect instanceof WouldAsk
          ? Effect.succeed({ wouldAsk: [...wouldAsk, defect.port], events })
          : Effect.die(defect)
      )
    )
  })
