import { banks } from "./banks.js"
import { cardsAtHand } from "./cardsAtHand.js"
import { guided } from "./guided.js"
import { information } from "./information.js"
import { journeys } from "./journeys.js"
import { logIn } from "./logIn.js"
import { operators } from "./operators.js"
import { outside } from "./outside.js"
import { staff } from "./staff.js"

export const moves = {
  ...logIn,
  ...information,
  ...journeys,
  ...banks,
  ...cardsAtHand,
  ...operators,
  ...staff,
  ...guided
}
export const turns = outside

export type Kind = keyof typeof moves | keyof typeof turns

const keys = <Table extends object>(table: Table) => Object.keys(table) as unknown as ReadonlyArray<keyof Table>

/** The kinds of things that a story is made of. */
export const kinds: ReadonlyArray<Kind> = [...keys(moves), ...keys(turns)]

const times = (count: number, ...some: ReadonlyArray<Kind>): ReadonlyArray<Kind> =>
  Array.from({ length: count }, () => some).flat()

/**
 * What stories are about. One that may be about anything seldom gets to the bottom of anything, so most keep to a few kinds of
 * commands; a kind that is there twice comes up twice as often.
 */
export const themes: ReadonlyArray<ReadonlyArray<Kind>> = [
  [...kinds, ...times(4, "Proceed"), ...times(2, "Meddle")],
  [
    ...times(3, "Guess"),
    ...times(2, "ChangePassword", "Advance"),
    ...times(1, "LogIn", "ResetOperatorPassword", "UnlockAccount", "AddCardlessOperator"),
    ...times(1, "BindCard", "LogInWithCard", "InsertCard", "Proceed")
  ],
  [
    ...times(4, "ProceedByCard"),
    ...times(2, "Meddle"),
    ...times(1, "PresentCard", "BindCard", "UnbindCard", "LogInWithCard", "InsertCard"),
    ...times(1, "ProvideHolderIdentity", "EditHolder", "Advance")
  ],
  [
    ...times(3, "ProceedByRepresentative", "Meddle", "Err"),
    ...times(1, "RequestBankCardCode", "ConfirmBankCardCode", "VerifyPersonByIdCard", "EditHolder", "Advance")
  ],
  times(1, "ProceedByCode", "MeddleWithCode", "Err"),
  [...times(2, "ProceedByCode", "MeddleWithCode"), ...times(1, "Err", "EditHolder", "Advance")],
  [
    ...times(3, "ProceedByBank"),
    ...times(2, "CompleteBankUkey"),
    ...times(1, "Meddle", "StartCertification", "AbandonCertification", "EditEnterprise", "Proceed", "Advance")
  ],
  [
    ...keys(operators),
    ...times(1, "EditEnterprise", "EditHolder", "CorrectEnterprise"),
    ...times(1, "LogInWithCard", "BindCard", "InsertCard", "ChangePassword", "Proceed", "Advance")
  ]
]
