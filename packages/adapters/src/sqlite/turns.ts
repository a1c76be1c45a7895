import { randomUUID } from "node:crypto"
import type { SqlError } from "@effect/sql/SqlError"
import { StoreUnavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type { Raw } from "../sql/rows.js"
import { type Turn, Turns } from "../turns/index.js"
import { turnsBy } from "../turns/waiting.js"
import { type Opened, open, patiently } from "./connection.js"
import { unavailable } from "./failure.js"
import { prepareFile } from "./file.js"
import type { SqliteOptions } from "./SqliteOptions.js"
import { prepareSchema } from "./schema.js"
import { immediately } from "./transaction.js"

export interface TurnsOptions extends Pick<SqliteOptions, "filename" | "patience"> {
  /** After how long without a word from who has it a turn is free again. Default 30 seconds. */
  readonly lease?: Duration.DurationInput | undefined
}

const tryTake =
  ({ connection, execute }: Opened, { filename, lease = "30 seconds", patience = "5 seconds" }: TurnsOptions) =>
  (name: string): Effect.Effect<Option.Option<Turn>, StoreUnavailable, Scope.Scope> => {
    const holder = randomUUID()
    const wait = patiently(patience)
    const write = (body: Effect.Effect<ReadonlyArray<Raw>, SqlError>) =>
      wait(Effect.mapError(immediately(connection, body), ({ error }) => error)).pipe(
        Effect.mapError(unavailable(filename))
      )
    const until = Effect.map(Clock.currentTimeMillis, (now) => [now, now + Duration.toMillis(lease)] as const)
    const asHolder = (statement: string, values: ReadonlyArray<unknown>) =>
      Effect.flatMap(until, ([, end]) =>
        write(
          execute(`UPDATE positions SET ${statement}, until = ? WHERE name = ? AND holder = ? RETURNING name`, [
            ...values,
            end,
            name,
            holder
          ])
        )
      ).pipe(
        Effect.filterOrFail(
          (rows) => rows.length === 1,
          () => new StoreUnavailable({ reason: `the turn for ${name} went to another process` })
        ),
        Effect.asVoid
      )
    return Effect.gen(function* () {
      const [now, end] = yield* until
      const [taken] = yield* write(
        Effect.zipRight(
          execute("INSERT INTO positions (name, position, holder, until) VALUES (?, 0, '', 0) ON CONFLICT DO NOTHING", [
            name
          ]),
          execute(
            "UPDATE positions SET holder = ?, until = ? WHERE name = ? AND (holder = '' OR until < ?) RETURNING position",
            [holder, end, name, now]
          )
        )
      )
      if (taken === undefined) return Option.none()
      yield* Effect.addFinalizer(() => Effect.ignore(asHolder("holder = ''", [])))
      return Option.some<Turn>({
        position: Number(taken.position),
        keep: (position) => asHolder("position = ?", [position]),
        lost: Effect.forever(Effect.delay(asHolder("holder = holder", []), Duration.times(lease, 1 / 3)))
      })
    })
  }

/** Turns by a lease in the file, for processes on its machine: a process that dies leaves its turn to the next when the lease is over. */
export const turns = (options: TurnsOptions): Layer.Layer<Turns, StoreUnavailable> =>
  Layer.scoped(
    Turns,
    Effect.gen(function* () {
      const { filename, patience = "5 seconds" } = options
      yield* prepareFile({ filename })
      const opened = yield* open(filename, patience)
      yield* prepareSchema(opened, filename, { check: false, patience })
      return turnsBy(tryTake(opened, options))
    })
  )
