import type { CommandName, RefusalTag, RefusalView } from "@single-window/core"
import type { User } from "../City.js"

/** Who sends a command. */
export type Who =
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "card"; readonly card: string }
  | { readonly kind: "staff"; readonly name: string; readonly role: "viewer" | "clerk" | "supervisor" }
  | { readonly kind: "system"; readonly name: string }

/** A command as somebody sends it; `$captcha`, `$sms` and `$bankReturn` stand for what only the outside knows. */
export interface Deed {
  readonly do: CommandName
  readonly as: Who
  readonly with?: Readonly<Record<string, unknown>>
  /** The user name that staff act on. */
  readonly on?: string
  readonly reason?: string
  /** The card in the reader while it runs. */
  readonly card?: string | undefined
  /** Whose telephone `$sms` is read from. */
  readonly mobile?: string | undefined
  /** Whom it is about, where neither `as` nor `on` says so: whoever logs in, or is managed. */
  readonly about?: User | undefined
}

export interface Query {
  readonly ask: "Completeness" | "ListOperators"
  readonly as: Who
}

/** One thing that somebody does during a visit. */
export type Move = { readonly deed: Deed } | { readonly query: Query } | { readonly wait: number }

/** What came of it. */
export type Came =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  /** Whoever sent it left before the answer, which may have been yes. */
  | { readonly kind: "unheard" }
  /** Nothing was sent: no message had arrived, no bank had been asked. */
  | { readonly kind: "unsent" }

/** What somebody does at the Single Window from coming to leaving, one move at a time. */
export type Visit<A = void> = Generator<Move, A, Came>

const SECOND = 1000

/** Time to read a page and to type. */
export function* think(user: User): Visit {
  yield { wait: user.random.between(4, 40) * SECOND }
}

export function* wait(seconds: number): Visit {
  yield { wait: seconds * SECOND }
}

/** Sends a command as the account holder. */
export function* send(
  user: User,
  name: CommandName,
  input: Readonly<Record<string, unknown>> = {},
  rest: Partial<Deed> = {}
): Visit<Came> {
  yield* think(user)
  return yield { deed: { do: name, as: { kind: "user", user }, with: input, ...rest } }
}

export const refusedBy = (came: Came): RefusalTag | undefined =>
  came.kind === "refused" ? came.refusal.tag : undefined

/** Sends it again while a verifier cannot be asked, a few times. */
export function* persistently(user: User, once: () => Visit<Came>): Visit<Came> {
  let came = yield* once()
  for (let more = user.random.between(1, 3); more > 0; more--) {
    const tag = refusedBy(came)
    if (tag !== "VerifierUnavailable" && came.kind !== "unheard") return came
    yield* wait(user.random.between(35, 120))
    came = yield* once()
  }
  return came
}
