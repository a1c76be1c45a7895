import { isoTime, type Ledger, type StoreUnavailable } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import { Turns } from "../turns/index.js"
import type { Notice } from "./Notice.js"
import { type OutboxOptions, pages } from "./outbox.js"
import { isStrong, type Secret, sign } from "./signature.js"

export interface WebhookOptions extends OutboxOptions {
  /** https, or http on loopback. */
  readonly url: string
  /** Read for each delivery, so that secrets change without a stop: old and new together, then the new alone. */
  readonly secrets: Effect.Effect<ReadonlyArray<Secret>>
  /** How long a receiver may take. Default 8 seconds. */
  readonly deadline?: Duration.DurationInput | undefined
  /** How often a delivery is tried. Default for ever. */
  readonly tries?: number | undefined
  /** The pause after the first failure; it doubles up to `mostWait`, and a random half of it is left out. Default 1 second. */
  readonly wait?: Duration.DurationInput | undefined
  /** Default 5 minutes. */
  readonly mostWait?: Duration.DurationInput | undefined
}

/** Nothing after `position` was delivered. Going on from there is safe; a receiver may then see notices that it has seen. */
export class WebhookUndelivered extends Data.TaggedError("WebhookUndelivered")<{
  readonly position: number
  readonly reason: string
}> {
  override get message() {
    return `the webhook could not be delivered after position ${this.position}: ${this.reason}`
  }
}

/** How one try ended. `wait` is what the receiver asked for, in milliseconds. */
type Ended =
  | { readonly _tag: "Taken" }
  | { readonly _tag: "Gone" }
  | { readonly _tag: "Failed"; readonly reason: string; readonly wait?: number }

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"])

const addressOf = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === "https:" || (url?.protocol === "http:" && loopback.has(url.hostname)) ? url : undefined
}

const ended = (status: number, retryAfter: string | null): Ended => {
  if (status >= 200 && status < 300) return { _tag: "Taken" }
  if (status === 410) return { _tag: "Gone" }
  const seconds = Number(retryAfter ?? Number.NaN)
  return { _tag: "Failed", reason: `HTTP ${status}`, ...(seconds > 0 ? { wait: seconds * 1000 } : {}) }
}

const causeOf = (error: unknown): string => {
  const { cause } = Object(error)
  const code = Object(cause ?? error).code
  return typeof code === "string" ? code : "no connection"
}

const post = (url: URL, headers: Readonly<Record<string, string>>, body: string): Effect.Effect<Ended> =>
  Effect.tryPromise(async (signal) => {
    const answer = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal })
    // What a receiver says beyond its status is of no interest, however long it is.
    await answer.body?.cancel()
    return ended(answer.status, answer.headers.get("retry-after"))
  }).pipe(Effect.catchAll(({ error }) => Effect.succeed<Ended>({ _tag: "Failed", reason: causeOf(error) })))

const attempt = (url: URL, options: WebhookOptions, notices: Chunk.NonEmptyChunk<Notice>): Effect.Effect<Ended> =>
  Effect.gen(function* () {
    const secrets = (yield* options.secrets).filter(isStrong)
    if (secrets.length === 0) return { _tag: "Failed", reason: "there is no secret of 24 bytes to sign with" } as const
    const now = yield* Clock.currentTimeMillis
    const id = `journal_${Chunk.headNonEmpty(notices).position}-${Chunk.lastNonEmpty(notices).position}`
    const body = JSON.stringify({ type: "journal", timestamp: isoTime(now), data: Chunk.toReadonlyArray(notices) })
    const headers = sign({ id, timestamp: Math.floor(now / 1000), body }, secrets)
    return yield* post(url, { "content-type": "application/json", ...headers }, body).pipe(
      Effect.timeoutTo({
        duration: options.deadline ?? "8 seconds",
        onSuccess: (end) => end,
        onTimeout: (): Ended => ({ _tag: "Failed", reason: "no answer in time" })
      })
    )
  })

const deliver = (url: URL, options: WebhookOptions, notices: Chunk.NonEmptyChunk<Notice>) => {
  const position = Chunk.headNonEmpty(notices).position - 1
  const wait = Duration.toMillis(options.wait ?? "1 second")
  const most = Duration.toMillis(options.mostWait ?? "5 minutes")
  const undelivered = (reason: string) => Effect.fail(new WebhookUndelivered({ position, reason }))
  const again = (tried: number): Effect.Effect<number, WebhookUndelivered> =>
    Effect.flatMap(attempt(url, options, notices), (end) => {
      if (end._tag === "Taken") return Effect.succeed(Chunk.lastNonEmpty(notices).position)
      if (end._tag === "Gone") return undelivered("the receiver is gone for good")
      if (tried >= (options.tries ?? Number.POSITIVE_INFINITY)) return undelivered(end.reason)
      return Effect.gen(function* () {
        const pause = Math.min(wait * 2 ** (tried - 1), most) * (0.5 + 0.5 * (yield* Random.next))
        yield* Effect.logWarning(`webhook after position ${position}, try ${tried}: ${end.reason}`)
        yield* Effect.sleep(Math.max(pause, Math.min(end.wait ?? 0, most)))
        return yield* again(tried + 1)
      })
    })
  return again(1)
}

/**
 * Delivers the journal to a receiver, batch by batch and in order, and gives the position up to which it was taken: keep it, and begin
 * after it next time. Each notice arrives at least once; its `position` tells the receiver which it knows already.
 */
export const publish = (
  options: WebhookOptions
): Stream.Stream<number, WebhookUndelivered | StoreUnavailable, Ledger> => {
  const url = addressOf(options.url)
  return url === undefined
    ? Stream.fail(
        new WebhookUndelivered({ position: options.after, reason: "its address is neither https nor on loopback" })
      )
    : Stream.mapEffect(pages(options), (notices) => deliver(url, options, notices))
}

export interface TurnOptions extends Omit<WebhookOptions, "after"> {
  /** One for each receiver. Default `webhook`. */
  readonly name?: string | undefined
}

/**
 * The same by one of any number of processes: it waits for its turn, begins where the last one had come to, and keeps each position
 * that was taken. When the process dies, or can no longer reach the store, another goes on.
 */
export const publishInTurn = ({
  name = "webhook",
  ...options
}: TurnOptions): Stream.Stream<number, WebhookUndelivered | StoreUnavailable, Ledger | Turns> =>
  Stream.unwrapScoped(
    Effect.gen(function* () {
      const { keep, lost, position } = yield* (yield* Turns).take(name)
      return publish({ ...options, after: position }).pipe(Stream.tap(keep), Stream.interruptWhen(lost))
    })
  )
