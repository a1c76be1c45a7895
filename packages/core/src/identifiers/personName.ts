import { checkName, type NameFacts, type NameForm } from "./nameText.js"
import type { Checked } from "./problem.js"

export type PersonNameFacts = NameFacts

const unified: ReadonlyMap<string, string> = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02BC", "'"],
  ["\uFF07", "'"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\uFF0D", "-"],
  ["\uFF0C", ","]
])

const form: NameForm = {
  longest: 64,
  accepts: (character) => character === "'" || character === "-" || character === "." || character === ",",
  unify: (character) => unified.get(character) ?? character
}

/** A person's name as on a document: ideographs, rare ones too, or Latin letters; 阿卜杜拉·买买提 in one form. */
export const checkPersonName = (input: string): Checked<PersonNameFacts> => checkName(input, form)

/** What two names are compared by: the canonical form, or for a stored name that is not valid, its own text in NFC. */
export const personNameKey = (name: string): string => checkPersonName(name).normalized || name.trim().normalize("NFC")
