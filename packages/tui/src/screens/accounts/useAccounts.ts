import * as Effect from "effect/Effect"
import { useEffect, useRef } from "react"
import { useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import { everyone, type Filter, parsed } from "./filter.js"
import { type AccountsState, filtered, orderOf, reread, resorted, withPage, withPageAgain } from "./model.js"
import { KEPT, lacking, nothingYet, type Paging } from "./paging.js"
import { readOn, readPage } from "./reading.js"

type Set = (change: (state: AccountsState) => AccountsState) => void

export const filterOf = (text: string): Filter => {
  const filter = parsed(text)
  return "_tag" in filter ? everyone : filter
}

/**
 * Reads what the list needs, and no more: pages ahead of the line in focus, and those that were let go when they come into view.
 * `tooMany` is told when more were found than can be kept in another order.
 */
export const useAccounts = (state: AccountsState, set: Set, height: number, tooMany: () => void) => {
  const door = useDoor()
  const { run, start } = useRun<void>()
  const back = useRun<void>()
  const wanted = useRef(0)
  const { paging, filter, sort } = state

  /** Reads from a place in the list until so many rows are known. */
  const read = (from: Paging, text: string, rows: number, done: () => void = () => undefined) => {
    wanted.current = rows
    start(
      readOn(
        door,
        filterOf(text),
        from,
        () => wanted.current,
        (page) => set((now) => withPage(now, text, page))
      ),
      { anew: true, done }
    )
  }

  const reading = run._tag === "Running"
  const refill = (chunks: ReadonlyArray<number>, text: string) =>
    back.start(
      Effect.forEach(
        chunks,
        (at) =>
          Effect.map(readPage(door, filterOf(text), paging.chunks[at]?.after), ({ rows }) =>
            set((now) => withPageAgain(now, text, at, rows))
          ),
        { discard: true }
      ),
      { anew: true }
    )

  // The first rows when the list is opened, and the page in view as it is now when somebody comes back to it.
  const opened = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (opened.current) return
    opened.current = true
    if (paging.chunks.length === 0) return read(paging, filter, height * 2)
    const inView = { ...paging, chunks: paging.chunks.map((chunk) => ({ ...chunk, rows: undefined })) }
    // In another order than that of the pages, what is in view is in any of them.
    const [from, to] = sort === "username" ? [state.list.from, state.list.from + height] : [0, paging.known]
    refill(lacking(inView, from, to), filter)
  }, [])

  // What was let go and is in view again.
  const gone = orderOf(state) === "username" ? lacking(paging, state.list.from, state.list.from + height) : []
  const lacks = gone.join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when what lacks changes
  useEffect(() => {
    if (lacks !== "" && opened.current && back.run._tag !== "Running") refill(gone, filter)
  }, [lacks])

  return {
    run,
    reading,
    /** Makes sure that so many rows are known, if there are as many. */
    ahead: (rows: number, done?: () => void) => {
      if (paging.ended || paging.known >= rows) return done?.()
      if (reading && done === undefined) {
        wanted.current = Math.max(wanted.current, rows)
        return
      }
      read(paging, filter, rows, done)
    },
    /** Begins anew with another filter. */
    find: (text: string) => {
      set((now) => ({ ...filtered(now, text), typing: undefined, problem: undefined }))
      read(nothingYet, text, height * 2)
    },
    again: () => {
      set(reread)
      if (sort === "username") return read(nothingYet, filter, state.list.at + height * 2)
      return read(nothingYet, filter, KEPT + 1, () =>
        set((now) => {
          if (resorted(now, sort) !== now) return now
          tooMany()
          return { ...now, sort: "username" }
        })
      )
    }
  }
}
