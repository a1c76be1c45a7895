import { AbandonCertification } from "./AbandonCertification.js"
import { AddCardlessOperator } from "./AddCardlessOperator.js"
import { AdmitOperator } from "./AdmitOperator.js"
import { BindCard, UnbindCard } from "./BindCard.js"
import { ChangePassword } from "./ChangePassword.js"
import { CompleteBankUkey } from "./CompleteBankUkey.js"
import { ConfirmBankCardCode } from "./ConfirmBankCardCode.js"
import { CorrectEnterprise } from "./CorrectEnterprise.js"
import { DeleteOperator, RestoreOperator } from "./DeleteOperator.js"
import { EditEnterprise } from "./EditEnterprise.js"
import { EditHolder } from "./EditHolder.js"
import { ImportMigratedAccounts } from "./ImportMigratedAccounts.js"
import { LogIn } from "./LogIn.js"
import { LogInWithCard } from "./LogInWithCard.js"
import { PresentCard } from "./PresentCard.js"
import { ProvideHolderIdentity } from "./ProvideHolderIdentity.js"
import { RecreateOperator } from "./RecreateOperator.js"
import { RegisterAdministrator } from "./RegisterAdministrator.js"
import { RequestBankCardCode } from "./RequestBankCardCode.js"
import { ResetOperatorPassword } from "./ResetOperatorPassword.js"
import { RevealHolder } from "./RevealHolder.js"
import { StartCertification } from "./StartCertification.js"
import { UnlockAccount } from "./UnlockAccount.js"
import { VerifyEnterprise } from "./VerifyEnterprise.js"
import { VerifyPersonByIdCard } from "./VerifyPersonByIdCard.js"

/** The one list of what the front door can do. The permission table is its `may` column. */
export const registry = {
  RegisterAdministrator,
  LogIn,
  LogInWithCard,
  ChangePassword,
  EditEnterprise,
  EditHolder,
  BindCard,
  UnbindCard,
  StartCertification,
  VerifyEnterprise,
  VerifyPersonByIdCard,
  RequestBankCardCode,
  ConfirmBankCardCode,
  PresentCard,
  ProvideHolderIdentity,
  CompleteBankUkey,
  AbandonCertification,
  AdmitOperator,
  AddCardlessOperator,
  DeleteOperator,
  RestoreOperator,
  ResetOperatorPassword,
  RecreateOperator,
  CorrectEnterprise,
  UnlockAccount,
  RevealHolder,
  ImportMigratedAccounts
} as const

export type Registry = typeof registry
export type CommandName = keyof Registry
export const commandNames = Object.keys(registry) as ReadonlyArray<CommandName>

type RunOf<N extends CommandName> = Registry[N]["run"]
type InputSchema<N extends CommandName> = Registry[N]["input"]

/** What a command takes, by its name. */
export type InputOf<N extends CommandName> = InputSchema<N>["Type"]

/** What a command answers, by its name. */
export type ResultOf<N extends CommandName> =
  ReturnType<RunOf<N>> extends import("effect/Effect").Effect<infer D, unknown, unknown>
    ? D extends { readonly result: (after: never) => infer R }
      ? R
      : never
    : never

/** A command as a value: its name and its fields. */
export type Command = { readonly [N in CommandName]: { readonly do: N; readonly with: InputOf<N> } }[CommandName]
