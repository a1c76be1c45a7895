import { type Language, rules } from "@single-window/core"
import type { FilterForm } from "../../form/Filter.js"
import { atTop, type ListState } from "../../form/List.js"

export type Covered = (typeof rules.coverage)[number]

export interface RulesState {
  readonly list: ListState
  readonly filter: string
  /** While the filter is being typed. */
  readonly typing?: FilterForm | undefined
}

export const initial = (filter: string): RulesState => ({ list: atTop, filter })

/** The rules in which every word stands: in the id, the section or the sentence of one's language. */
export const found = (filter: string, language: Language): ReadonlyArray<Covered> => {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.coverage.filter(({ id, section, says }) => {
    const text = `${id} ${section} ${says[language]}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
