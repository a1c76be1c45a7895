import { type FormState, form, type Items, valueOf } from "./Form.js"

/** The one field of a filter, on the screen only while it is being typed. */
export const filterItems: Items<"filter"> = [{ kind: "text", name: "filter", most: 120 }]

export type FilterForm = FormState<"filter">

export const filterForm = (text: string): FilterForm => form(filterItems, { filter: text })

export const filterText = (state: FilterForm): string => valueOf(state, "filter").trim()
