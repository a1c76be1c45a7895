import type { StaffRole } from "@single-window/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { Words } from "../text/Words.js"
import { Usage } from "./Failed.js"
import { staffName } from "./staffName.js"

/** Who acts, as `--as` says it. */
export type Acting = Data.TaggedEnum<{
  User: { readonly username: string }
  /** Without a role, the least that may do the command. */
  Staff: { readonly name: string; readonly role: StaffRole | undefined }
  System: { readonly name: string }
  Anonymous: {}
  /** A log-in with the card that is in the reader, or with a named one whether it is in or not. */
  Card: { readonly card: string | undefined }
}>
export const Acting = Data.taggedEnum<Acting>()

/** What may name staff or a job in the journal. */
const label = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u
const staff = /^staff:([^/]+)(?:\/(viewer|clerk|supervisor))?$/u

export const actingOf = (given: string, { usage }: Words): Either.Either<Acting, Usage> => {
  const wrong = Either.left(new Usage({ message: usage.actor }))
  const [, rest = ""] = /^[a-z]+:(.*)$/su.exec(given) ?? []
  if (given === "anonymous") return Either.right(Acting.Anonymous())
  if (given === "card") return Either.right(Acting.Card({ card: undefined }))
  if (given.startsWith("card:")) return rest === "" ? wrong : Either.right(Acting.Card({ card: rest }))
  if (given.startsWith("system:")) return label.test(rest) ? Either.right(Acting.System({ name: rest })) : wrong
  if (given.startsWith("user:")) return rest.trim() === "" ? wrong : Either.right(Acting.User({ username: rest }))
  if (given.startsWith("staff:")) {
    const [, name = "", role] = staff.exec(given) ?? []
    return label.test(name) ? Either.right(Acting.Staff({ name, role: role as StaffRole | undefined })) : wrong
  }
  return given.trim() === "" ? wrong : Either.right(Acting.User({ username: given }))
}

/** The member of staff that a query is asked as: the role is the query's. */
export const staffNamed = (given: Option.Option<string>, words: Words): Effect.Effect<string, Usage> =>
  Option.match(given, {
    onNone: () => Effect.sync(staffName),
    onSome: (as) =>
      Effect.flatMap(actingOf(as, words), (acting) =>
        acting._tag === "Staff" ? Effect.succeed(acting.name) : Effect.fail(new Usage({ message: words.usage.actor }))
      )
  })
