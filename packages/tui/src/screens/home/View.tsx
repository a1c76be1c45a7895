import { type Language, messages, problemWords, type SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import { refusalRows } from "../../components/refusal.js"
import { type Door, useDoor } from "../../hooks/useDoor.js"
import { useLoad } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, fitted, type Row, row, span, wrapped } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { isStaff, managesOperators, type Session } from "../../terminal/Session.js"
import { useShell } from "../../terminal/Shell.js"
import { screens } from "../index.js"
import { type Counts, certifications, type HomeState, nextWords, operatorCounts, PAGE } from "./model.js"
import type { HomeWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Home" }>, HomeState, HomeWords>

const counted = (door: Door) =>
  Effect.map(
    Effect.forEach(certifications, (certification) =>
      Effect.map(door.ask("FindAccounts", { certification, limit: PAGE }), ({ accounts, next }) => [
        certification,
        { found: accounts.length, more: next !== undefined }
      ])
    ),
    (entries) => Object.fromEntries(entries) as Counts
  )

const MOST_PROBLEMS = 4

/** What concerns the one who is here, asked in one go. */
const asked = (
  door: Door,
  session: Session
): Effect.Effect<HomeState, import("@single-window/core").Refusal, SingleWindow> =>
  Effect.gen(function* () {
    if (isStaff(session)) return { counts: yield* counted(door) }
    const operators = managesOperators(session) ? yield* door.ask("ListOperators", {}) : undefined
    const shown = operators === undefined ? {} : { operators }
    if (session.actor._tag !== "AccountHolder") return shown
    const details = yield* door.ask("AccountDetails", {})
    return { ...shown, own: { details, completeness: yield* door.ask("Completeness", {}) } }
  })

const ownRows = (
  own: NonNullable<HomeState["own"]>,
  manages: boolean,
  words: HomeWords,
  language: Language,
  columns: number
) => {
  const { details, completeness } = own
  const { names } = messages[language]
  const { problems } = completeness
  const label = (text: string) => `  ${fitted(text, 14)}`
  const whose = (text: string) => fitted(data(text), columns - 16).trimEnd()
  const shown = problems.slice(0, MOST_PROBLEMS)
  return [
    row(label(words.account), whose(`${details.username}   ${details.holder.name}`)),
    row(label(words.enterprise), whose(details.enterprise.name)),
    row(label(words.level), span(`[${words.levels[details.level]}]`, details.level === "none" ? "warn" : "good")),
    row(label(words.information), problems.length === 0 ? words.complete : words.incomplete(problems.length)),
    ...shown.map(({ about, field, problem }) =>
      row("    - ", words.problem(names[`${about}.${field}`] ?? names[field] ?? field, problemWords(problem, language)))
    ),
    ...(problems.length > shown.length ? [row("    - ", words.others(problems.length - shown.length))] : []),
    ...nextWords(own, manages, words)
      .flatMap((line) => wrapped(line, columns - 16))
      .map((line, at) => row(label(at === 0 ? words.next : ""), line))
  ]
}

const COLUMN = 34

/** Where to go from here, two beside each other. */
const offerRows = (offers: ReadonlyArray<Action>, words: HomeWords): ReadonlyArray<Row> => {
  const half = Math.ceil(offers.length / 2)
  const cell = (offer: Action | undefined) =>
    offer === undefined ? "" : fitted(`${offer.keys[0] ?? ""}  ${offer.label}`, COLUMN)
  if (offers.length === 0) return []
  const rows = Array.from({ length: half }, (_, at) => row("    ", cell(offers[at]), "  ", cell(offers[at + half])))
  return [row("  ", span(words.offers, "strong")), ...rows]
}

const countRows = (counts: Counts, words: HomeWords): ReadonlyArray<Row> => [
  row("  ", span(words.accounts, "strong")),
  ...certifications.map((name) =>
    row(
      `    ${fitted(words.certifications[name], 16)}`,
      counts[name].more ? words.atLeast(counts[name].found) : String(counts[name].found)
    )
  )
]

export const HomeView = ({ state, set, words }: Props) => {
  const { language, session, size, go, enter } = useShell()
  const door = useDoor()
  const { run, again } = useLoad(
    session === undefined ? Effect.succeed({}) : asked(door, session),
    (found: HomeState) => set(() => found)
  )
  const offers = Object.values(screens).flatMap(({ command, words: own, title }) => {
    if (command?.key === undefined || session === undefined || !command.may(session)) return []
    const route = command.route([], session)
    if (route === undefined) return []
    const label = (title as (words: unknown, route: Route) => string)(own[language], route)
    return [{ id: route._tag, keys: [command.key], label, run: () => go(route) } satisfies Action]
  })
  const logOut = () => enter(undefined, { _tag: "LogIn" })
  const actions: ReadonlyArray<Action> = [
    ...offers,
    { id: "refresh", keys: ["r"], label: words.refresh, run: again },
    ...(isStaff(session) ? [] : [{ id: "log-out", keys: ["Q"], label: words.logOut, run: logOut }])
  ]
  const { columns } = bodySize(size)
  const operators = state.operators === undefined ? undefined : operatorCounts(state.operators)
  const body = [
    blank,
    ...(state.own === undefined
      ? []
      : [...ownRows(state.own, session !== undefined && managesOperators(session), words, language, columns), blank]),
    ...(operators === undefined
      ? []
      : [
          row(
            "  ",
            fitted(words.operators, 14),
            words.operatorCounts(operators.all, operators.certified, operators.locked, operators.initial)
          ),
          blank
        ]),
    ...(state.counts === undefined ? [] : [...countRows(state.counts, words), blank]),
    ...(run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : []),
    ...offerRows(offers, words)
  ]
  return <Frame body={body} actions={actions} escape={() => undefined} />
}
