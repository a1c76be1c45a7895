import * as Data from "effect/Data"

/** One mistake in a scenario file. Lines and columns count from 1; `given` is the text that is wrong, `nearest` the name that was likely meant. */
export interface Problem {
  readonly line: number
  readonly column: number
  /** Dotted, such as `steps.2.do`. */
  readonly path: string
  readonly kind: "syntax" | "unknown" | "missing" | "wrong" | "contradiction"
  /** What the wrong text should have been: `key`, `command`, `person`, …, or for the other kinds a sentence. */
  readonly what: string
  readonly given?: string
  readonly nearest?: string
}

const chinese: Readonly<Record<string, string>> = {
  key: "字段",
  command: "命令",
  placeholder: "占位符",
  person: "人员",
  enterprise: "企业",
  card: "卡介质",
  account: "账号",
  actor: "操作人",
  port: "端口",
  answer: "该端口的答复",
  "policy path": "策略路径",
  "refusal tag": "拒绝标识",
  remedy: "途径",
  "rule id": "规则编号",
  case: "用例",
  value: "取值"
}

/** A mistake in one sentence. */
export const problemSentence = ({ kind, what, given, nearest }: Problem, language: "zh" | "en"): string => {
  const zh = language === "zh"
  switch (kind) {
    case "unknown": {
      const meant = nearest === undefined ? "" : zh ? `，是否为 ${nearest}` : `; did you mean ${nearest}`
      return zh
        ? `没有这个${chinese[what] ?? what}：${given ?? ""}${meant}${meant === "" ? "" : "？"}`
        : `no such ${what}: ${given ?? ""}${meant}${meant === "" ? "" : "?"}`
    }
    case "missing":
      return zh ? `缺少 ${what}` : `${what} is missing`
    case "syntax":
      return zh ? `YAML 语法有误：${what}` : `not YAML: ${what}`
    case "contradiction":
      return zh ? `前后矛盾：${what}` : `a contradiction: ${what}`
    case "wrong":
      return zh ? `取值不对：${what}` : `wrong: ${what}`
  }
}

/** The file cannot be run; nothing was. */
export class ScenarioInvalid extends Data.TaggedError("ScenarioInvalid")<{
  readonly file: string
  readonly problems: ReadonlyArray<Problem>
}> {
  /** Every mistake as FILE:LINE:COLUMN: sentence, the form that editors jump by. */
  readonly lines = (language: "zh" | "en"): ReadonlyArray<string> =>
    this.problems.map(
      (problem) => `${this.file}:${problem.line}:${problem.column}: ${problemSentence(problem, language)}`
    )

  override get message() {
    return this.lines("en").join("\n")
  }
}
