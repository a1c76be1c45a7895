import type * as Data from "effect/Data"

/** Every screen with what it is about. A new screen is one line here and one in `screens/index.ts`. */
export type Route = Data.TaggedEnum<{
  ChangePassword: {}
  Help: { readonly title: string; readonly actions: ReadonlyArray<ActionHelp> }
  Home: {}
  LogIn: {}
}>

export type RouteTag = Route["_tag"]

/** An action as the help tells it. */
export interface ActionHelp {
  readonly keys: ReadonlyArray<string>
  readonly label: string
  readonly disabled?: string | undefined
}
