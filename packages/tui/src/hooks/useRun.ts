import { randomBytes } from "node:crypto"
import type { Language, Refusal } from "@single-window/core"
import * as Cause from "effect/Cause"
import type * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Everything } from "../Live.js"
import { useShell } from "../terminal/Shell.js"
import { terminalWords } from "../text/terminal/index.js"

/** How a piece of work stands. */
export type Run<A> =
  | { readonly _tag: "Idle" }
  | { readonly _tag: "Running"; readonly since: number }
  | { readonly _tag: "Done"; readonly value: A }
  | { readonly _tag: "Refused"; readonly refusal: Refusal }
  /** A mistake of ours, under a number that a person can name. */
  | { readonly _tag: "Broken"; readonly flow: string; readonly line?: string }

export interface Outcomes<A> {
  readonly done?: (value: A) => void
  readonly refused?: (refusal: Refusal) => void
  /** It is over, whichever way: before any of the others is told. */
  readonly ended?: () => void
  /** Whether it goes on when its screen is left, and is not for Esc to stop; what is told then must not need the screen. */
  readonly kept?: boolean
  /**
   * Whether a second one begins instead of this one while it runs. Otherwise the key pressed again does nothing: what changes
   * something is begun once, and is not cut off by a finger that stayed on the key.
   */
  readonly anew?: boolean
}

/** Work that takes longer says so. */
const SLOW = 300

const flowNumber = (): string =>
  randomBytes(4)
    .toString("hex")
    .replace(/^(.{4})/, "$1-")

/** A mock world stops at somebody whom it does not declare, and says so itself. */
const saysItself = (defect: unknown): defect is { readonly line: (language: Language) => string } =>
  typeof defect === "object" && defect !== null && "_tag" in defect && defect._tag === "AskedAboutUndeclared"

/**
 * The only door from a screen to the core. Leaving the screen, and Esc, interrupt the work; what fails unexpectedly becomes a
 * message with a number and never ends the program.
 */
export const useRun = <A>() => {
  const { opened, running, kept, say, language } = useShell()
  const [run, setRun] = useState<Run<A>>({ _tag: "Idle" })
  const stop = useRef<(() => void) | undefined>(undefined)
  const words = terminalWords[language]

  useEffect(
    () => () => {
      if (stop.current !== undefined && !kept.current.has(stop.current)) stop.current()
    },
    [kept]
  )

  const start = useCallback(
    (work: Effect.Effect<A, Refusal, Everything>, outcomes: Outcomes<A> = {}) => {
      if (stop.current !== undefined && outcomes.anew !== true) return say(words.processing)
      stop.current?.()
      let stopped = false
      let interrupt: () => void = () => undefined
      let said = false
      const among = outcomes.kept === true ? kept.current : running.current
      const slow = setTimeout(() => {
        if (outcomes.kept === true) return
        said = true
        say(words.processing)
      }, SLOW)
      const cancel = () => {
        stopped = true
        clearTimeout(slow)
        among.delete(cancel)
        interrupt()
        if (stop.current === cancel) stop.current = undefined
        setRun({ _tag: "Idle" })
        outcomes.ended?.()
      }
      const broken = (defect: unknown) => {
        const flow = flowNumber()
        const line = saysItself(defect) ? defect.line(language) : words.broken(flow)
        setRun({ _tag: "Broken", flow, line })
        say(line, "bad")
      }
      const end = (exit: Exit.Exit<A, Refusal>) => {
        if (stopped) return
        stopped = true
        clearTimeout(slow)
        among.delete(cancel)
        if (stop.current === cancel) stop.current = undefined
        if (said) say("")
        outcomes.ended?.()
        // What the screen makes of an answer can go wrong as well.
        try {
          if (Exit.isSuccess(exit)) {
            setRun({ _tag: "Done", value: exit.value })
            return outcomes.done?.(exit.value)
          }
          const failure = Cause.failureOption(exit.cause)
          if (failure._tag === "None") return broken(Cause.squash(exit.cause))
          setRun({ _tag: "Refused", refusal: failure.value })
          outcomes.refused?.(failure.value)
        } catch (defect) {
          broken(defect)
        }
      }
      stop.current = cancel
      among.add(cancel)
      setRun({ _tag: "Running", since: Date.now() })
      opened.then(
        ({ runtime }) => {
          if (!stopped) interrupt = runtime.runCallback(work, { onExit: end })
        },
        () => undefined
      )
    },
    [opened, running, kept, say, words, language]
  )
  return { run, start, cancel: useCallback(() => stop.current?.(), []) }
}

/** Asks once when the screen opens, and again whenever `again` is called; the answer goes into the screen's own state. */
export const useLoad = <A>(work: Effect.Effect<A, Refusal, Everything>, done: (value: A) => void) => {
  const { run, start } = useRun<A>()
  const latest = useRef({ work, done })
  latest.current = { work, done }
  const again = useCallback(
    () => start(latest.current.work, { anew: true, done: (value) => latest.current.done(value) }),
    [start]
  )
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    again()
  }, [again])
  return { run, again }
}
