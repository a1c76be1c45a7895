import type { RuleId } from "@single-window/core"

/** Somebody or something with a reason to be in the world. */
export interface Persona<Data> {
  readonly purpose: { readonly zh: string; readonly en: string }
  /** The rules that this one is good for. */
  readonly rules: ReadonlyArray<RuleId>
  readonly data: Data
}

/** Names a set of personas, so that their keys are known and their data is of one type. */
export const personas =
  <Data>() =>
  <Key extends string>(rows: Readonly<Record<Key, Persona<Data>>>): Readonly<Record<Key, Persona<Data>>> =>
    rows
