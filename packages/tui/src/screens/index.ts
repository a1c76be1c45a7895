import type { Route } from "../terminal/Route.js"
import type { AnyScreen, Screens } from "../terminal/Screen.js"
import { account } from "./account/index.js"
import { accounts } from "./accounts/index.js"
import { addOperator } from "./addOperator/index.js"
import { cardBinding } from "./cardBinding/index.js"
import { certify } from "./certify/index.js"
import { changePassword } from "./changePassword/index.js"
import { deleteOperator } from "./deleteOperator/index.js"
import { enterprise } from "./enterprise/index.js"
import { funnel } from "./funnel/index.js"
import { health } from "./health/index.js"
import { holder } from "./holder/index.js"
import { home } from "./home/index.js"
import { importing } from "./import/index.js"
import { journal } from "./journal/index.js"
import { journey } from "./journey/index.js"
import { logIn } from "./logIn/index.js"
import { operators } from "./operators/index.js"
import { recreate } from "./recreate/index.js"
import { resetPassword } from "./resetPassword/index.js"
import { rules } from "./rules/index.js"

/** The one list of screens: a route without one does not compile. */
export const screens: Screens = {
  Account: account,
  Accounts: accounts,
  AddOperator: addOperator,
  CardBinding: cardBinding,
  Certify: certify,
  ChangePassword: changePassword,
  DeleteOperator: deleteOperator,
  EditEnterprise: enterprise,
  EditHolder: holder,
  Funnel: funnel,
  Health: health,
  Home: home,
  Import: importing,
  Journey: journey,
  Journal: journal,
  LogIn: logIn,
  Operators: operators,
  RecreateOperator: recreate,
  ResetPassword: resetPassword,
  Rules: rules
}

export const screenOf = (route: Route): AnyScreen<Route> => screens[route._tag] as unknown as AnyScreen<Route>
