import { randomBytes } from "node:crypto"
import type { Refusal } from "@single-window/core"
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
}

/** Work that takes longer says so. */
const SLOW = 300

const flowNumber = (): string =>
  randomBytes(4)
    .toString("hex")
    .replace(/^(.{4})/, "$1-")

/** A mock world stops at somebody whom it does not declare, and says so itself. */
const saysItself = (defect: unknown): defect is { readonly line: (language: "zh" | "en") => string } =>
  typeof defect === "object" && defect !== null && "_tag" in defect && defect._tag === "AskedAboutUndeclared"

/**
 * The only door from a screen to the core. Leaving the screen, and Esc, interrupt the work; what fails unexpectedly becomes a
 * message with a number and never ends the program.
 */
export const useRun = <A>() => {
  const { opened, running, say, language } = useShell()
  const [run, setRun] = useState<Run<A>>({ _tag: "Idle" })
  const stop = useRef<(() => void) | undefined>(undefined)
  const words = terminalWords[language]

  useEffect(() => () => stop.current?.(), [])

  const start = useCallback(
    (work: Effect.Effect<A, Refusal, Everything>, outcomes: Outcomes<A> = {}) => {
      stop.current?.()
      let stopped = false
      let interrupt: () => void = () => undefined
      let said = false
      const slow = setTimeout(() => {
        said = true
        say(words.processing)
      }, SLOW)
      const cancel = () => {
        stopped = true
        clearTimeout(slow)
        running.current.delete(cancel)
        interrupt()
        stop.current = undefined
        setRun({ _tag: "Idle" })
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
        running.current.delete(cancel)
        stop.current = undefined
        if (said) say("")
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
      running.current.add(cancel)
      setRun({ _tag: "Running", since: Date.now() })
      opened.then(
        ({ runtime }) => {
          if (!stopped) interrupt = runtime.runCallback(work, { onExit: end })
        },
        () => undefined
      )
    },
    [opened, running, say, words, language]
  )
  return { run, start, cancel: useCallback(() => stop.current?.(), []) }
}

/** Asks once when the screen opens, and again whenever `again` is called; the answer goes into the screen's own state. */
export const useLoad = <A>(work: Effect.Effect<A, Refusal, Everything>, done: (value: A) => void) => {
  const { run, start } = useRun<A>()
  const latest = useRef({ work, done })
  latest.current = { work, done }
  const again = useCallback(() => start(latest.current.work, { done: (value) => latest.current.done(value) }), [start])
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    again()
  }, [again])
  return { run, again }
}
