import type { RuleId } from "@single-window/core"
import { cards } from "./cards.js"
import { enterprises } from "./enterprises.js"
import type { Persona } from "./Persona.js"
import { people } from "./people.js"

export interface CatalogueRow {
  readonly kind: "person" | "enterprise" | "card"
  /** The key in the world. */
  readonly key: string
  /** As it reads on a screen: a name, or a card's number. */
  readonly name: string
  readonly purpose: { readonly zh: string; readonly en: string }
  readonly rules: ReadonlyArray<RuleId>
}

const rows = <Data>(
  kind: CatalogueRow["kind"],
  personas: Readonly<Record<string, Persona<Data>>>,
  name: (data: Data) => string
): ReadonlyArray<CatalogueRow> =>
  Object.entries(personas).map(([key, { data, purpose, rules }]) => ({ kind, key, name: name(data), purpose, rules }))

/** Who is in the personas' world and why, for documentation and for lists to choose from. */
export const catalogue: ReadonlyArray<CatalogueRow> = [
  ...rows("person", people, ({ name }) => name),
  ...rows("enterprise", enterprises, ({ name }) => name),
  ...rows("card", cards, ({ number }) => number)
]
