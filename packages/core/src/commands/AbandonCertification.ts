import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { own } from "./Command.js"
import { happens } from "./decide.js"
import { holderClerkOrSystem } from "./Permission.js"

/** Gives up the open journey; what was certified before stands. */
export const AbandonCertification = own({
  name: "AbandonCertification",
  may: holderClerkOrSystem,
  input: Schema.Struct({}),
  run: ({ subject, now }) => {
    const { journey } = subject.account
    const over = journey !== undefined && journey.expiresAt <= now
    return Effect.succeed(
      happens(
        subject,
        journey === undefined ? [] : [{ _tag: over ? "CertificationRanOut" : "CertificationAbandoned" }],
        () => ({})
      )
    )
  }
})
