import type { Language } from "@single-window/core"
import type { ReactNode } from "react"
import type { Route, RouteTag } from "./Route.js"
import type { Session } from "./Session.js"

/** What a screen is given: where it stands is kept for it while another one lies on top. */
export interface ScreenProps<R, State, Words> {
  readonly route: R
  readonly state: State
  readonly set: (change: (state: State) => State) => void
  readonly words: Words
}

/** A screen: a pure model, a view of it, and its sentences in both languages. */
export interface Screen<R extends Route, State, Words> {
  readonly words: Readonly<Record<Language, Words>>
  /** As it stands in the path on the second row; what comes from data is made safe when it is drawn. */
  readonly title: (words: Words, route: R) => string
  readonly initial: (route: R, session: Session | undefined) => State
  readonly View: (props: ScreenProps<R, State, Words>) => ReactNode
  /** How `:` opens it, for whom it is. The words behind the name are handed over. */
  readonly command?: {
    readonly names: ReadonlyArray<string>
    /** The letter that opens it from the home screen; without one it is not offered there. */
    readonly key?: string
    readonly route: (words: ReadonlyArray<string>, session: Session) => R | undefined
    readonly may: (session: Session) => boolean
  }
}

/** A screen of which only the route is known. */
export type AnyScreen<R extends Route> = Screen<R, unknown, unknown>

/** Hides a screen's own state and words, which only it ever sees. */
export const screen = <R extends Route, State, Words>(one: Screen<R, State, Words>): AnyScreen<R> =>
  one as unknown as AnyScreen<R>

export type Screens = { readonly [Tag in RouteTag]: AnyScreen<Extract<Route, { readonly _tag: Tag }>> }
