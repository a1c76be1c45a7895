import {
  type Finding,
  findingSentence,
  type Language,
  messages,
  plannedStepSentence,
  problemWords,
  type Refusal
} from "@single-window/core"
import { message } from "../../components/message.js"
import { foldedIn, LAID_OUT } from "../../terminal/folded.js"
import { blank, data, fitted, type Row, row, type Span, span, widthOfRow } from "../../terminal/Row.js"
import { accountWords } from "../../text/accounts/index.js"
import { remarkIn } from "../../text/accounts/remarkIn.js"
import { validityText } from "../../text/accounts/validity.js"
import { actorWords, beijing, detailWords, type Entry, eventName, eventWords } from "../../text/events/index.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { type AccountState, clearAt, type Seen } from "./model.js"
import { laneNames, lanes } from "./picture.js"
import type { AccountWordsHere } from "./zhCN.js"

const methods = ["ic-card", "legal-representative", "bank-ukey"] as const
type Method = (typeof methods)[number]

export interface Drawing {
  readonly words: AccountWordsHere
  readonly language: Language
  readonly columns: number
  readonly now: number
  readonly seconds: number
}

/** A state as a word in brackets: never by colour alone. */
const badge = (state: keyof AccountWordsHere["badges"], { words }: Drawing, width: number): Span =>
  span(fitted(words.badges[state], width), state === "passed" ? "good" : state === "failed" ? "plain" : "warn")

/** By which method's evidence a facet stands, as the findings say it. */
const evidenceFor = ({ explained }: Seen, facet: string): unknown =>
  explained.findings.find(({ code, facts }) => code === "facet-valid" && facts.facet === facet)?.facts.by

const facetBadge = (seen: Seen, facet: "enterprise" | "holder", method: Method) => {
  const state = seen.details.certification[facet]
  if (state === "valid" && evidenceFor(seen, facet) === method) return "passed"
  if (seen.details.journey?.method === method) return "open"
  return state === "voided" ? "voided" : "failed"
}

const trimmed = (line: Row): Row => [
  ...line.slice(0, -1),
  ...line.slice(-1).map((one) => ({ ...one, text: one.text.trimEnd() }))
]

/** Who is certified by what: subjects down, methods across. */
const grid = (seen: Seen, drawing: Drawing): ReadonlyArray<Row> => {
  const { words, language } = drawing
  const names = accountWords[language].method
  const { certification, journey } = seen.details
  const [first, other] = drawing.columns < LAID_OUT ? [13, 15] : [16, 16]
  const whole = (method: Method) =>
    certification.methods.includes(method) ? "passed" : journey?.method === method ? "open" : "failed"
  const line = (label: string, state: (method: Method) => keyof AccountWordsHere["badges"]): Row =>
    trimmed(row(`  ${fitted(label, first)}`, ...methods.map((method) => badge(state(method), drawing, other))))
  return [
    trimmed(
      row(`  ${fitted(words.methods, first)}`, ...methods.map((method) => span(fitted(names[method], other), "strong")))
    ),
    line(words.rows.enterprise, (method) => facetBadge(seen, "enterprise", method)),
    line(words.rows.holder, (method) => facetBadge(seen, "holder", method)),
    line(words.rows.whole, whole)
  ]
}

/** A line that has to be whole, on as many as it needs. */
const entire = (line: Row, columns: number): ReadonlyArray<Row> =>
  widthOfRow(line) <= columns || columns < LAID_OUT
    ? [line]
    : message(
        line
          .map(({ text }) => text)
          .join("")
          .trim(),
        columns
      )

const identityRows = ({ details }: Seen, drawing: Drawing): ReadonlyArray<Row> => {
  const { words, language, columns } = drawing
  const names = accountWords[language]
  const { holder, enterprise, status, role, level, cardBinding, origin, source, administratorAssisted } = details
  const shown = (text: string) => (text === "" ? words.empty : data(text))
  const label = (text: string) => span(`${fitted(text, language === "zh" ? 8 : 12)} `)
  const type = names.document[holder.document.type as keyof typeof names.document] ?? holder.document.type
  const validity = holder.validity === undefined ? "" : validityText(holder.validity, language)
  const remark = remarkIn(details, language)
  // The source alone stands beside the origin.
  const written = source !== undefined && remark === names.from(source) ? "" : remark
  const toned = status === "active" ? "good" : "warn"
  return [
    row(
      "  ",
      label(words.username),
      data(details.username),
      `   ${words.role} ${names.role[role]}   ${words.status} `,
      span(`[${names.status[status]}]`, toned),
      `   ${words.level} `,
      span(`[${names.level[level]}]`, level === "none" ? "warn" : "good")
    ),
    ...[
      row(
        "  ",
        label(words.name),
        shown(holder.name),
        `   ${words.document} ${data(type)} `,
        shown(holder.document.number)
      ),
      row(
        "  ",
        label(words.mobile),
        shown(details.mobile),
        `   ${words.email} `,
        shown(details.email),
        validity === "" ? "" : `   ${words.validity} ${validity}`
      ),
      row("  ", label(words.enterprise), enterprise.name === "" ? words.empty : data(enterprise.name)),
      row(
        "  ",
        label(words.code),
        data(enterprise.unifiedSocialCreditCode) || words.empty,
        `   ${words.organizationCode} ${data(enterprise.organizationCode) || words.empty}   ${words.representative} `,
        shown(enterprise.legalRepresentativeName)
      ),
      ...(written === "" ? [] : [row("  ", label(words.remark), data(written))])
    ].flatMap((line) => entire(line, columns)),
    row(
      "  ",
      label(words.origin),
      [names.origin[origin], data(source ?? "")].filter(Boolean).join(" "),
      `   ${names.binding[cardBinding]}`,
      administratorAssisted ? `   ${words.assisted}` : ""
    )
  ]
}

/** The one field in clear has lines of its own, as many as it needs: what was asked for at that price is not cut. */
const clearRows = (state: AccountState, { words, now, seconds, columns }: Drawing): ReadonlyArray<Row> => {
  const clear = clearAt(state, now)
  if (clear === undefined) return [blank]
  const said = `${words.fields[clear.field]}: ${clear.value === "" ? words.empty : clear.value}`
  return [...message(said, columns, "focus"), row("  ", span(words.revealed(seconds), "warn"))]
}

const journeyRows = ({ details }: Seen, { words, language }: Drawing): ReadonlyArray<Row> => {
  const { journey } = details
  if (journey === undefined) return [blank]
  const said = words.journey(accountWords[language].method[journey.method], beijing(journey.expiresAt))
  return [row("  ", span(`${said}${messages[language].steps[journey.step as never] ?? journey.step}`, "accent"))]
}

export const eventCells = (entry: Entry, whose: string, language: Language): ReadonlyArray<string> => {
  const words = eventWords[language]
  const more = detailWords(entry, words)
  return [
    beijing(entry.at),
    more === "" ? eventName(entry, words) : `${eventName(entry, words)}: ${more}`,
    actorWords(entry, words, whose)
  ]
}

/** Newest first, as it is read. */
export const newestFirst = ({ history }: Seen): ReadonlyArray<Entry> => [...history].reverse()

export const overviewRows = (state: AccountState, seen: Seen, drawing: Drawing, rows: number): ReadonlyArray<Row> => {
  const { words, language } = drawing
  const laidOut = [
    ...identityRows(seen, drawing),
    ...clearRows(state, drawing),
    ...grid(seen, drawing),
    ...journeyRows(seen, drawing),
    row("  ", span(words.latest, "strong"))
  ]
  const above = foldedIn(laidOut, drawing.columns)
  const latest = newestFirst(seen).slice(0, Math.max(0, rows - above.length))
  return [
    ...above,
    ...latest.map((entry) => {
      const [at = "", what = "", who = ""] = eventCells(entry, seen.details.username, language)
      return row(`  ${at}  ${fitted(data(what), 34)}  ${data(who)}`)
    })
  ]
}

export const pictureRows = ({ history }: Seen, { words, columns }: Drawing): ReadonlyArray<Row> => {
  const picture = lanes(history, columns - 12)
  return [
    row("  ", words.lanesKey),
    ...laneNames.map((name) => row(`  ${fitted(words.lanes[name], 8)}  ${picture[name]}`))
  ]
}

/** The codes among a finding's facts as words, and its times as people read them. */
const spoken = (finding: Finding, language: Language): Finding => {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    origin: accountWords[language].origin,
    level: accountWords[language].level,
    by: accountWords[language].method,
    method: accountWords[language].method,
    because: accountWords[language].because,
    kind: eventWords[language].details
  }
  const facts = Object.entries(finding.facts).map(([key, value]) => {
    const text = String(value)
    return [key, names[key]?.[text] ?? (/^\d{4}-.*Z$/.test(text) ? beijing(text) : value)]
  })
  return { ...finding, facts: Object.fromEntries(facts) }
}

/** Why the account stands where it stands, each reason with the rules behind it. */
export const whyRows = ({ explained }: Seen, { language, columns }: Drawing): ReadonlyArray<Row> =>
  explained.findings.flatMap((finding) =>
    message(`- ${findingSentence(spoken(finding, language), language)}  ${finding.rules.join(" ")}`.trimEnd(), columns)
  )

const stepRows = (seen: Seen, { language, columns, words }: Drawing): ReadonlyArray<Row> => {
  const { plan } = seen
  const names = accountWords[language]
  if (plan.reached) return [row("  ", span(words.reached, "good"))]
  return [
    row("  ", span(words.ways(names.level[plan.to]), "strong")),
    ...plan.ways.flatMap((way) => [
      row(
        `  ${words.wayTo(names.method[way.method], names.level[way.level])}`,
        way.shortest ? span(` ${words.shortest}`, "good") : ""
      ),
      ...way.steps.flatMap((step, at) =>
        message(`${at + 1}. ${plannedStepSentence(step, language)}`, columns, "plain", 4)
      )
    ]),
    ...(plan.blocked.length === 0 ? [] : [row("  ", span(words.blocked, "strong"))]),
    ...plan.blocked.flatMap(({ method, why }) => {
      const said =
        why === "level-too-low"
          ? words.levelTooLow
          : sentenceOf({ ...why.facts, _tag: why.tag } as unknown as Refusal, language)
      return message(`- ${names.method[method]}: ${said}`, columns)
    })
  ]
}

/** What is missing, and the ways to the level above. */
export const nextRows = (seen: Seen, drawing: Drawing): ReadonlyArray<Row> => {
  const { words, language, columns } = drawing
  const { names } = messages[language]
  const { problems } = seen.completeness
  return [
    problems.length === 0
      ? row("  ", span(words.complete, "good"))
      : row("  ", span(words.incomplete(problems.length), "warn")),
    ...problems.flatMap(({ about, field, problem }) =>
      message(
        `- ${names[`${about}.${field}`] ?? names[field] ?? field}: ${problemWords(problem, language)}`,
        columns,
        "plain",
        4
      )
    ),
    blank,
    ...stepRows(seen, drawing)
  ]
}
