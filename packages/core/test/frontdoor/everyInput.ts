import type { CommandName, InputOf, QueryInputOf, QueryName } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import { people, tongda } from "./twoEnterprises.js"

const identity = Personas.holderOf("sunLei")
const zhang = people.zhangWei
const operator = { ...identity, mobile: "13800000016", email: "someone@example.com" }

/** An input of the right form for every command, about the account that is named; a new command does not compile until it has one. */
export const inputs: { readonly [N in CommandName]: (account: string) => InputOf<N> } = {
  RegisterAdministrator: () => ({
    username: "newmanager",
    password: "Init#2022",
    enterprise: Personas.enterpriseOf("cooperative"),
    holder: identity,
    mobile: "13800000016",
    email: "someone@example.com"
  }),
  LogIn: (username) => ({ username, password: "Init#2022", captcha: { id: "none", answer: "1" } }),
  LogInWithCard: () => ({}),
  ImportMigratedAccounts: () => ({ rows: [{ username: "ciq_new_01", source: "ciq" }] }),
  ChangePassword: () => ({ current: "Init#2022", next: "Other#2022" }),
  EditEnterprise: () => ({ legalRepresentativeName: people.linYong.name }),
  EditHolder: () => ({ name: "赵云" }),
  BindCard: () => ({}),
  UnbindCard: () => ({}),
  StartCertification: () => ({ method: "ic-card" }),
  VerifyEnterprise: () => ({ legalRepresentativeDocument: zhang.document }),
  VerifyPersonByIdCard: () => ({ subject: "account-holder", validity: { from: "20160301", to: "20360301" } }),
  RequestBankCardCode: () => ({
    subject: "account-holder",
    cardNumber: zhang.bankCard ?? "",
    mobile: zhang.mobile ?? ""
  }),
  ConfirmBankCardCode: () => ({ subject: "account-holder", code: "123456" }),
  PresentCard: () => ({ pin: "20220501" }),
  ProvideHolderIdentity: () => identity,
  CompleteBankUkey: () => ({ parameters: { requestId: "1" } }),
  AbandonCertification: () => ({}),
  AdmitOperator: (account) => ({ account }),
  AddCardlessOperator: () => ({ username: "newoperator", ...operator }),
  DeleteOperator: (account) => ({ account }),
  RestoreOperator: (account) => ({ account }),
  ResetOperatorPassword: (account) => ({ account }),
  RecreateOperator: (account) => ({ account, ...operator }),
  CorrectEnterprise: (account) => ({ account, ...tongda, reason: "call 17", evidence: "file 4" }),
  UnlockAccount: (account) => ({ account, reason: "call 17" }),
  RevealHolder: (account) => ({ account, reason: "call 17" })
}

export const questions: { readonly [N in QueryName]: QueryInputOf<N> } = {
  AccountDetails: {},
  Completeness: {},
  EnterpriseHistory: { limit: 50 },
  Explain: {},
  FindAccounts: { limit: 50 },
  History: {},
  ListOperators: {},
  PlanTo: { level: "medium" }
}
