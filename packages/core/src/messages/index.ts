import type { Remedy } from "../domain/Remedy.js"
import type { Refusal } from "../Refusal.js"
import * as English from "./en.js"
import type { Messages } from "./sentences.js"
import * as Chinese from "./zhCN.js"

export type { Messages } from "./sentences.js"
export { findingSentence, plannedStepSentence } from "./standing.js"

export type Language = "zh" | "en"

export const messages: Readonly<Record<Language, Messages>> = { zh: Chinese.zhCN, en: English.en }

/** A refusal in words. It never repeats what was typed. */
export const refusalSentence = (refusal: Refusal, language: Language): string => {
  const sentence = messages[language].refusals[refusal._tag] as (refusal: Refusal) => string
  return sentence(refusal)
}

export const remedySentence = (remedy: Remedy, language: Language): string => messages[language].remedies[remedy]

/** A problem code of a `FieldInvalid` or `PasswordUnacceptable` in a few words. */
export const problemWords = (code: string, language: Language): string =>
  language === "zh" ? Chinese.problem(code) : English.problem(code)

export { migrationClassNames, migrationFieldName, nextStep, reasonSentence } from "./migration.js"
