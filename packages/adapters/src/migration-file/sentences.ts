import type { MigrationFileProblem, MigrationFileRefused } from "./MigrationFileRefused.js"

type Sentence = { readonly zh: string; readonly en: string }

const sentences: Readonly<Record<MigrationFileProblem, Sentence>> = {
  "not-found": { zh: "找不到该文件", en: "No such file" },
  "not-readable": { zh: "无法读取该文件", en: "The file cannot be read" },
  "not-a-file": { zh: "不是普通文件", en: "Not a regular file" },
  empty: { zh: "文件是空的", en: "The file is empty" },
  "utf-16": {
    zh: "文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030 编码的 CSV",
    en: "The file is in UTF-16; save it as CSV in UTF-8 or GB 18030"
  },
  spreadsheet: {
    zh: "这是电子表格文件，请另存为 CSV（UTF-8）",
    en: "This is a spreadsheet; save it as CSV (UTF-8)"
  },
  "header-unreadable": { zh: "表头无法读取", en: "The header cannot be read" },
  "unknown-column": { zh: "表头含有未知的列", en: "Unknown columns in the header" },
  "duplicate-column": { zh: "表头含有重复的列", en: "Columns given twice in the header" },
  "missing-column": { zh: "表头缺少必需的列", en: "Required columns are missing from the header" }
}

const longestName = 40
const namesShown = 5
/** No name of a column has so many digits: they are somebody's. */
const longNumber = /\p{Nd}{6,}/gu

/** A header is whatever stood in the file, so of a name only what can be seen is shown, and not too much of it. */
const shown = (name: string): string => {
  const visible = Array.from(name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�").replace(longNumber, "***"))
  return visible.length > longestName ? `${visible.slice(0, longestName).join("")}…` : visible.join("")
}

/** Why a file cannot be read as migrated accounts, in words. */
export const fileProblemSentence = ({ problem, columns }: MigrationFileRefused, language: "zh" | "en"): string => {
  const sentence = sentences[problem][language]
  if (columns.length === 0) return sentence
  const names = columns.slice(0, namesShown).map(shown)
  const more = columns.length > namesShown ? ["…"] : []
  return language === "zh"
    ? `${sentence}：${[...names, ...more].join("、")}`
    : `${sentence}: ${[...names, ...more].join(", ")}`
}
