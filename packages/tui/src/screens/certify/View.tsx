import {
  CurrentPolicy,
  type Language,
  messages,
  plannedStepSentence,
  problemWords,
  type Refusal,
  type SingleWindow
} from "@single-window/core"
import * as Effect from "effect/Effect"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { type Door, useDoor } from "../../hooks/useDoor.js"
import { useLoad } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, fitted, type Row, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { Acting } from "../acting/Acting.js"
import { mustSayForWhom } from "../acting/model.js"
import { timeOfDay } from "../journey/model.js"
import { type CertifyState, type Choice, choices, type Found, levelsAbove } from "./model.js"
import type { CertifyWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Certify" }>, CertifyState, CertifyWords>

const asked = (door: Door, account: string | undefined): Effect.Effect<Found, Refusal, SingleWindow | CurrentPolicy> =>
  Effect.gen(function* () {
    const details = yield* door.ask("AccountDetails", {}, account)
    const completeness = yield* door.ask("Completeness", {}, account)
    const plans = yield* Effect.forEach(levelsAbove(details.level), (level) => door.ask("PlanTo", { level }, account))
    return { details, completeness, policy: yield* CurrentPolicy, plans }
  })

export const CertifyView = (props: Props) => {
  const { session, replace } = useShell()
  const { route, state, set } = props
  if (mustSayForWhom(session, route)) {
    return (
      <Acting
        state={state.acting}
        set={(next) => set((now) => ({ ...now, acting: next(now.acting) }))}
        go={(who) => replace({ ...route, ...who })}
      />
    )
  }
  return <Choosing {...props} />
}

const whyNot = ({ why, mark }: Choice, words: CertifyWords, language: Language): string | undefined => {
  if (mark === "open") return undefined
  if (why === "level-too-low") return words.levelTooLow
  if (why === undefined) return mark === "not" ? undefined : words.levelTooLow
  // A view has the facts of its refusal, and nothing else is asked of the sentence.
  return sentenceOf({ ...why.facts, _tag: why.tag, rules: why.rules, remedies: why.remedies } as Refusal, language)
}

const choiceRow = (choice: Choice, chosen: boolean, words: CertifyWords): Row =>
  row(
    span(
      `${chosen ? ">" : " "} ${fitted(words.methods[choice.method], 32)} ${fitted(words.marks[choice.mark], 10)}  ${fitted(words.gives(words.levels[choice.level]), 16)}${choice.way?.shortest === true ? words.shortest : ""}`.trimEnd(),
      chosen ? "focus" : "plain"
    )
  )

const detailRows = (
  choice: Choice,
  { details }: Found,
  words: CertifyWords,
  language: Language,
  columns: number
): ReadonlyArray<Row> => {
  const { journey } = details
  const why = whyNot(choice, words, language)
  if (why !== undefined) return message(why, columns, "warn")
  return [
    ...(journey !== undefined && journey.method === choice.method
      ? message(
          words.resumes(
            messages[language].steps[journey.step as keyof (typeof messages)["zh"]["steps"]],
            timeOfDay(Date.parse(journey.expiresAt))
          ),
          columns,
          "accent"
        )
      : []),
    row("  ", span(words.needs, "strong")),
    ...(choice.way?.steps ?? []).flatMap((step) =>
      message(`- ${plannedStepSentence(step, language)}`, columns, "plain", 4)
    )
  ]
}

const problemRows = (
  { completeness }: Found,
  words: CertifyWords,
  language: Language,
  columns: number
): ReadonlyArray<Row> => {
  const { names } = messages[language]
  const { problems } = completeness
  return problems.length === 0
    ? []
    : [
        row("  ", span(words.incomplete, "bad")),
        ...problems.flatMap(({ about, field, problem }) => {
          const name = names[`${about}.${field}`] ?? names[field] ?? field
          return message(`- ${words.problem(name, problemWords(problem, language))}`, columns, "plain", 4)
        })
      ]
}

const Choosing = ({ route, state, set, words }: Props) => {
  const { language, size, go } = useShell()
  const { run, again } = useLoad(asked(useDoor(), route.account), (found: Found) => set((now) => ({ ...now, found })))
  const columns = bodySize(size).columns
  const { found, at } = state
  const offered = found === undefined ? [] : choices(found)
  const choice = offered[at]
  const who = {
    ...(route.account === undefined ? {} : { account: route.account }),
    ...(route.reason === undefined ? {} : { reason: route.reason })
  }
  const move = (by: number) => set((now) => ({ ...now, at: Math.max(0, Math.min(offered.length - 1, now.at + by)) }))
  const incomplete = (found?.completeness.problems.length ?? 0) > 0
  const why =
    choice === undefined
      ? words.notLoaded
      : whyNot(choice, words, language) !== undefined
        ? words.seeAbove
        : incomplete && choice.mark !== "open"
          ? words.mendFirst
          : undefined
  const actions: ReadonlyArray<Action> = [
    {
      id: "go",
      keys: ["Enter"],
      label: words.go,
      run: () => choice !== undefined && go({ _tag: "Journey", method: choice.method, ...who }),
      disabled: why
    },
    { id: "down", keys: ["j", "Down"], label: words.choose, quiet: true, run: () => move(1) },
    { id: "up", keys: ["k", "Up"], label: words.choose, quiet: true, run: () => move(-1) },
    { id: "enterprise", keys: ["e"], label: words.editEnterprise, run: () => go({ _tag: "EditEnterprise", ...who }) },
    { id: "holder", keys: ["i"], label: words.editHolder, run: () => go({ _tag: "EditHolder", ...who }) },
    { id: "card", keys: ["b"], label: words.cardBinding, run: () => go({ _tag: "CardBinding", ...who }) },
    { id: "refresh", keys: ["r"], label: words.refresh, run: again }
  ]
  const body =
    found === undefined
      ? run._tag === "Refused"
        ? [blank, ...refusalRows(run.refusal, language, columns)]
        : []
      : [
          row("  ", `${data(found.details.username)}   `, span(words.now(words.levels[found.details.level]), "strong")),
          blank,
          ...offered.map((one, index) => choiceRow(one, index === at, words)),
          blank,
          ...problemRows(found, words, language, columns),
          ...(choice === undefined ? [] : detailRows(choice, found, words, language, columns))
        ]
  return <Frame body={body} actions={actions} status={why ?? words.choose} />
}
