import type { Method } from "@single-window/core"
import type * as Data from "effect/Data"

/** Every screen with what it is about. A new screen is one line here and one in `screens/index.ts`. */
export type Route = Data.TaggedEnum<{
  /** The own account, where no name is said. */
  Account: { readonly username: string }
  Accounts: { readonly filter: string }
  AddOperator: {}
  CardBinding: { readonly account?: string; readonly reason?: string }
  Certify: { readonly account?: string; readonly reason?: string }
  ChangePassword: {}
  DeleteOperator: { readonly username: string }
  EditEnterprise: { readonly account?: string; readonly reason?: string }
  EditHolder: { readonly account?: string; readonly reason?: string }
  Funnel: {}
  Health: {}
  Home: {}
  Import: {}
  Journey: { readonly method: Method; readonly account?: string; readonly reason?: string }
  /** Of one account, or of everything that may be seen. */
  Journal: { readonly username: string }
  LogIn: {}
  Operators: {}
  RecreateOperator: { readonly username: string }
  ResetPassword: { readonly usernames: ReadonlyArray<string> }
  Rules: { readonly filter: string }
}>

export type RouteTag = Route["_tag"]
