import { type CaseReport, type Outcome, passed, type Report } from "./report.js"

type Language = "zh" | "en"

const marks: Readonly<Record<Outcome, string>> = {
  kept: "✓",
  broken: "✗",
  "expected-failure": "~",
  "unexpectedly-kept": "!",
  skipped: "-"
}

interface Words {
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly detail: Readonly<Record<Outcome, (detail: string) => string>>
  readonly passed: string
  readonly failed: string
  readonly count: (word: string, count: number) => string
  readonly comma: string
}

const same = (detail: string) => detail

const words: Readonly<Record<Language, Words>> = {
  zh: {
    outcomes: {
      kept: "符合",
      broken: "不符合",
      "expected-failure": "已知差距",
      "unexpectedly-kept": "已知差距已消除",
      skipped: "未测"
    },
    detail: {
      kept: same,
      broken: (detail) => `实际：${detail}`,
      "expected-failure": (detail) => `已知差距：${detail}`,
      "unexpectedly-kept": (detail) => `已经符合，请从已知差距中删除：${detail}`,
      skipped: (detail) => `未提供样本 ${detail}`
    },
    passed: "通过",
    failed: "不通过",
    count: (word, count) => `${count} 项${word}`,
    comma: "，"
  },
  en: {
    outcomes: {
      kept: "kept",
      broken: "broken",
      "expected-failure": "known gap",
      "unexpectedly-kept": "known gap that is none",
      skipped: "not tested"
    },
    detail: {
      kept: same,
      broken: (detail) => `saw: ${detail}`,
      "expected-failure": (detail) => `known gap: ${detail}`,
      "unexpectedly-kept": (detail) => `it is kept; take it out of the known gaps: ${detail}`,
      skipped: (detail) => `no sample ${detail}`
    },
    passed: "PASSED",
    failed: "FAILED",
    count: (word, count) => `${count} ${word}`,
    comma: ", "
  }
}

const lines = ({ detail, name, outcome }: CaseReport, language: Language): ReadonlyArray<string> => [
  `  ${marks[outcome]} ${name}`,
  ...(detail === undefined ? [] : [`      ${words[language].detail[outcome](detail)}`])
]

/** A report for people to read: a line for each case, and beneath it what there is to say; then the count and the verdict. */
export const toText = (reports: ReadonlyArray<Report>, language: Language): string => {
  const { comma, count, failed, outcomes, passed: green } = words[language]
  const found = reports.flatMap(({ cases }) => cases)
  const counts = (Object.keys(outcomes) as ReadonlyArray<Outcome>).flatMap((outcome) => {
    const times = found.filter((one) => one.outcome === outcome).length
    return times === 0 ? [] : [count(outcomes[outcome], times)]
  })
  return [
    ...reports.flatMap(({ cases, layer, port }) => [
      `${port} · ${layer}`,
      ...cases.flatMap((one) => lines(one, language)),
      ""
    ]),
    `${passed(reports) ? green : failed}${language === "zh" ? "：" : ": "}${counts.join(comma)}`
  ].join("\n")
}

/** The same for programs, on one line. */
export const toJson = (reports: ReadonlyArray<Report>): string => JSON.stringify(reports)
