import type { CommandName, Refusal, ResultOf } from "@single-window/core"
import { Actor } from "@single-window/core"
import * as Effect from "effect/Effect"
import { useEffect } from "react"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { valueOf, withFocus } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { doorFor, useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { withPin } from "../../outside/typedPin.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, type Row, row, span, widthOf, wrapped } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { type Session, sessionLimits } from "../../terminal/Session.js"
import { type Lock, useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import {
  asked,
  cardRefused,
  demonstration,
  filledIn,
  firstMissing,
  items,
  type LogInState,
  leftBehind,
  refused,
  submission
} from "./model.js"
import type { LogInWords } from "./zhCN.js"

type CameIn = Pick<ResultOf<Extract<CommandName, "LogIn">>, "actor" | "next">

/** Who came in, with what the first row says of them; an account that must change its password may not ask yet. */
const sessionOf = (name: string, { actor, next }: CameIn) => {
  const restricted = next.includes("change-password")
  const bare: Session = {
    actor,
    name: actor._tag === "LegalPersonCard" ? actor.cardNumber.slice(-4) : name,
    role: actor._tag === "LegalPersonCard" ? "legal-person-card" : undefined,
    restricted,
    since: Date.now()
  }
  if (restricted || actor._tag === "LegalPersonCard") return Effect.succeed(bare)
  return Effect.map(
    doorFor(actor).ask("AccountDetails", {}),
    ({ username, role, enterprise }): Session => ({
      ...bare,
      name: username,
      role,
      enterprise: enterprise.name === "" ? undefined : enterprise.name
    })
  )
}

/** What is good to know, or, once a session was locked, how to come back to it. */
const hintRows = (locked: Lock | undefined, words: LogInWords, columns: number): ReadonlyArray<Row> => {
  const [label, lines] =
    locked === undefined
      ? [words.hint, words.hints]
      : [words.locked, words.comeBack[locked.staff ? (locked.unlock === undefined ? "nobody" : "staff") : "holder"]]
  const indent = widthOf(label) + 4
  return lines
    .flatMap((line) => wrapped(line, columns - indent))
    .map((line, at) =>
      at === 0
        ? row("  ", span(label, locked === undefined ? "strong" : "warn"), "  ", line)
        : row(" ".repeat(indent), line)
    )
}

export const LogInView = ({
  state,
  set,
  words
}: ScreenProps<Extract<Route, { _tag: "LogIn" }>, LogInState, LogInWords>) => {
  const { language, mocked, size, say, enter, locked } = useShell()
  const door = useDoor()
  const { again } = useLoad(door.captcha, (captcha) => set((now) => asked(now, captcha)))
  const { start } = useRun<Session>()
  const { form: typed } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the time anew
  useEffect(() => {
    const timer = setTimeout(() => set(leftBehind), sessionLimits(process.env).idle)
    return () => clearTimeout(timer)
  }, [typed])
  const come = (work: ReturnType<typeof sessionOf>, after: (state: LogInState, refusal: Refusal) => LogInState) =>
    start(work, {
      done: (session) => enter(session, { _tag: session.restricted ? "ChangePassword" : "Home" }),
      refused: (refusal) => {
        set((now) => after(now, refusal))
        if (after === refused) again()
        say(sentenceOf(refusal, language), "bad")
      }
    })
  const submit = () => {
    const given = submission(state)
    if (given === undefined) {
      set((now) => ({ ...now, form: withFocus(now.form, firstMissing(now)) }))
      return say(words.wrongLength, "warn")
    }
    const logIn = Effect.flatMap(door.execute("LogIn", given), (came) => sessionOf(given.username, came))
    return come(logIn, refused)
  }
  const byCard = () => {
    if (state.pinWrong && valueOf(state.form, "pin") === "") return say(words.noPin, "warn")
    return come(
      Effect.flatMap(
        withPin(valueOf(state.form, "pin"))(doorFor(Actor.Anonymous()).execute("LogInWithCard", {})),
        (came) => sessionOf("", came)
      ),
      cardRefused
    )
  }
  const usual: ReadonlyArray<Action> = [
    ...(state.form.focus === "pin"
      ? [{ id: "present", keys: ["Enter"], label: words.card, run: byCard }]
      : [{ id: "submit", keys: ["Enter"], label: words.submit, run: submit }]),
    { id: "another", keys: ["F5"], label: words.another, run: again },
    { id: "show", keys: ["F6"], label: words.show, run: () => undefined },
    { id: "card", keys: ["F9"], label: words.card, run: byCard }
  ]
  const asStaff = () => {
    const { staff: name } = demonstration
    enter(
      {
        actor: Actor.Staff({ name, role: "supervisor" }),
        name,
        role: "supervisor",
        restricted: false,
        since: Date.now()
      },
      { _tag: "Home" }
    )
  }
  const inDemonstration: ReadonlyArray<Action> = [
    { id: "fill", keys: ["F3"], label: words.fill, run: () => set(filledIn), quiet: true },
    { id: "staff", keys: ["F8"], label: words.staff, run: asStaff, quiet: true }
  ]
  const whileLocked: ReadonlyArray<Action> =
    locked === undefined
      ? []
      : [
          ...(locked.staff
            ? [
                {
                  id: "unlock",
                  keys: ["F7"],
                  label: words.unlock,
                  run: locked.unlock ?? locked.discard,
                  disabled: locked.unlock === undefined ? words.noGate : undefined
                }
              ]
            : []),
          { id: "discard", keys: ["F10"], label: words.discard, run: locked.discard }
        ]
  const { columns, rows } = bodySize(size)
  // A small window keeps every line, and does without the space between them.
  const indent = columns < 70 ? "  " : "      "
  const gap = rows < 15 ? [] : [blank]
  const shape = { labelWidth: 9, width: columns < 70 ? 24 : 30 }
  const question = state.captcha === undefined ? words.captchaWaits : words.question(state.captcha.question[language])
  const body = [
    ...gap,
    row(indent, ...field(items, state.form, "username", { ...shape, label: words.username })),
    ...gap,
    row(indent, ...field(items, state.form, "password", { ...shape, label: words.password, note: `F6 ${words.show}` })),
    ...gap,
    row(
      indent,
      ...field(items, state.form, "captcha", {
        ...shape,
        width: 8,
        label: words.captcha,
        note: `${question}  F5 ${words.another}`
      })
    ),
    blank,
    row(indent, "           ", button(state.form, "submit", words.submit)),
    row(
      indent,
      ...field(items, state.form, "pin", { ...shape, width: 16, label: words.pin }),
      "  ",
      button(state.form, "card", words.card),
      ...(columns < 70 ? [] : [`  ${words.pad}`])
    ),
    blank,
    ...hintRows(locked, words, columns),
    blank,
    ...(mocked ? words.demo.flatMap((line) => message(line, columns, "accent")) : [])
  ]
  return (
    <Frame
      body={body}
      actions={[...whileLocked, ...usual, ...(mocked ? inDemonstration : [])]}
      {...formKeys(items, state.form, (next) => set((now) => ({ ...now, form: next(now.form) })))}
    />
  )
}
