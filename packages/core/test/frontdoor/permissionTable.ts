import type { CommandName, QueryName } from "@single-window/core"

/** Who knocks. A card session on an account is an account holder's; `card` is a legal-person card that is bound to no account. */
export const actors = [
  "anonymous",
  "initial",
  "personal",
  "operator",
  "administrator",
  "by-legal-person-card",
  "by-other-legal-person-card",
  "administrator-by-other-legal-person-card",
  "by-operator-card",
  "administrator-by-operator-card",
  "administrator-by-unknown-card",
  "card",
  "ended",
  "viewer",
  "clerk",
  "supervisor",
  "system"
] as const
export type ActorName = (typeof actors)[number]

/** Whose account is named: one's own · another of the enterprise · another enterprise's · one that differs from the enterprise in one field. */
export const relations = ["own", "same", "other", "differing"] as const
export type Relation = (typeof relations)[number]

/** What a letter of the table stands for; `+` is any answer that comes from behind the door. */
export const letters = {
  "+": "let in",
  n: "NotPermitted",
  "?": "NotFound",
  p: "PasswordChangeRequired",
  c: "OperatorCardCannotManage",
  d: "EnterpriseDiffersFromAdministrator",
  a: "AdministratorProtected"
} as const
export type Letter = keyof typeof letters

type Row = Readonly<Record<ActorName, string>>

/**
 * One letter for what names no account; four for the relations in their order, a dot where the actor has no account of its own.
 * Written by hand from the contract, and never from the code.
 */
const comesIn: Row = {
  anonymous: "+",
  initial: "n",
  personal: "n",
  operator: "n",
  administrator: "n",
  "by-legal-person-card": "n",
  "by-other-legal-person-card": "n",
  "administrator-by-other-legal-person-card": "n",
  "by-operator-card": "n",
  "administrator-by-operator-card": "n",
  "administrator-by-unknown-card": "n",
  card: "n",
  ended: "n",
  viewer: "n",
  clerk: "n",
  supervisor: "n",
  system: "n"
}

/** anybody may register an enterprise's administrator, and so may the platform. */
const registers: Row = { ...comesIn, supervisor: "+", system: "+" }

const imports: Row = { ...registers, anonymous: "n" }

/** An account holder's own account; every other is answered like none. */
const ownOnly: Row = {
  anonymous: ".nnn",
  initial: "pppp",
  personal: "+???",
  operator: "+???",
  administrator: "+???",
  "by-legal-person-card": "+???",
  "by-other-legal-person-card": "+???",
  "administrator-by-other-legal-person-card": "+???",
  "by-operator-card": "+???",
  "administrator-by-operator-card": "+???",
  "administrator-by-unknown-card": "+???",
  card: ".nnn",
  ended: "nnnn",
  viewer: ".nnn",
  clerk: ".nnn",
  supervisor: ".nnn",
  system: ".nnn"
}
const changesPassword: Row = { ...ownOnly, initial: "+???" }
const helpedByStaff: Row = { ...ownOnly, clerk: ".+++", supervisor: ".+++" }
const helpedByHost: Row = { ...helpedByStaff, system: ".+++" }
const readByStaff: Row = { ...helpedByHost, viewer: ".+++" }

const supervises: Row = {
  ...comesIn,
  anonymous: ".nnn",
  initial: "nnnn",
  personal: "nnnn",
  operator: "nnnn",
  administrator: "nnnn",
  "by-legal-person-card": "nnnn",
  "by-other-legal-person-card": "nnnn",
  "administrator-by-other-legal-person-card": "nnnn",
  "by-operator-card": "nnnn",
  "administrator-by-operator-card": "nnnn",
  "administrator-by-unknown-card": "nnnn",
  card: ".nnn",
  ended: "nnnn",
  viewer: ".nnn",
  clerk: ".nnn",
  supervisor: ".+++",
  system: ".nnn"
}

/** the administrator's user name or a legal-person card of that enterprise, and no other card whosever account it opens. */
const manages: Row = {
  ...supervises,
  administrator: "a+?d",
  "by-legal-person-card": "a+?d",
  "by-operator-card": "cccc",
  "administrator-by-operator-card": "cccc",
  "administrator-by-unknown-card": "cccc",
  card: ".+?d",
  supervisor: ".nnn"
}
const oneLetter = (row: Row, letter: Letter): Row =>
  Object.fromEntries(
    Object.entries(row).map(([actor, cell]) => [actor, /[+?ad]/.test(cell) ? letter : cell.slice(1, 2)])
  ) as Row
const managesAll: Row = oneLetter(manages, "+")

/** Only a deleted account can be restored, and nobody who knocks is deleted. */
const restores: Row = { ...manages, administrator: "?+?d", "by-legal-person-card": "?+?d" }

const readsAll: Row = { ...comesIn, anonymous: "n", viewer: "+", clerk: "+", supervisor: "+", system: "+" }

export const permissionTable: Readonly<Record<CommandName | QueryName, Row>> = {
  RegisterAdministrator: registers,
  LogIn: comesIn,
  LogInWithCard: comesIn,
  ImportMigratedAccounts: imports,
  ChangePassword: changesPassword,
  EditEnterprise: helpedByStaff,
  EditHolder: helpedByStaff,
  BindCard: helpedByStaff,
  UnbindCard: helpedByStaff,
  StartCertification: helpedByStaff,
  VerifyEnterprise: helpedByStaff,
  VerifyPersonByIdCard: helpedByStaff,
  RequestBankCardCode: helpedByStaff,
  ConfirmBankCardCode: helpedByStaff,
  PresentCard: helpedByStaff,
  ProvideHolderIdentity: helpedByStaff,
  CompleteBankUkey: helpedByStaff,
  AbandonCertification: helpedByHost,
  AdmitOperator: manages,
  AddCardlessOperator: managesAll,
  DeleteOperator: manages,
  RestoreOperator: restores,
  ResetOperatorPassword: manages,
  RecreateOperator: manages,
  CorrectEnterprise: supervises,
  UnlockAccount: supervises,
  RevealHolder: supervises,

  AccountDetails: readByStaff,
  Completeness: readByStaff,
  Explain: readByStaff,
  History: readByStaff,
  PlanTo: readByStaff,
  EnterpriseHistory: managesAll,
  ListOperators: managesAll,
  FindAccounts: readsAll
}
