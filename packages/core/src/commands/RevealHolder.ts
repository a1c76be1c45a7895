import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { own } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { supervision } from "./Permission.js"

/** Shows the holder's data unmasked, and puts on record who looked and why before it does. */
export const RevealHolder = own({
  name: "RevealHolder",
  may: supervision,
  input: Schema.Struct({ account: Text, reason: Text }),
  run: ({ subject }) =>
    Effect.succeed(
      happens(
        subject,
        [{ _tag: "HolderRevealed" }],
        ({ holder, mobile, email, enterprise }) => ({
          holder,
          mobile,
          email,
          legalRepresentativeName: enterprise.legalRepresentativeName
        }),
        { onRecord: true }
      )
    )
})
