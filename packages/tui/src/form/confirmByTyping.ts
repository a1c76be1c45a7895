/** Whether what was typed is exactly what must be, and if not, why not: nothing is trimmed or folded. */
export type Confirmation =
  | { readonly _tag: "Exact" }
  | { readonly _tag: "Missing"; readonly characters: number }
  | { readonly _tag: "Differs" }

export const confirmation = (wanted: string, typed: string): Confirmation => {
  if (typed === wanted) return { _tag: "Exact" }
  const [all, some] = [Array.from(wanted), Array.from(typed)]
  return all.slice(0, some.length).join("") === typed
    ? { _tag: "Missing", characters: all.length - some.length }
    : { _tag: "Differs" }
}
