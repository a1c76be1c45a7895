import * as Effect from "effect/Effect"
import * as Certification from "../flows/Certification.js"
import { own } from "./Command.js"
import { happens } from "./decide.js"
import { Nothing } from "./fields.js"
import { holderClerkOrSystem } from "./Permission.js"

/** Gives up the open journey; what was certified before stands. */
export const AbandonCertification = own({
  name: "AbandonCertification",
  may: holderClerkOrSystem,
  input: Nothing,
  run: ({ subject, now }) => Effect.succeed(happens(subject, Certification.abandon(subject.account, now), () => ({})))
})
