import type * as Command from "@effect/cli/Command"
import type { Failed } from "../commandLine/Failed.js"
import type { Output } from "../commandLine/Output.js"
import type { Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"

type Made<Name extends string, A> = (words: Words) => Command.Command<Name, Settings | Output, Failed, A>

/** A sub-command in the language it is asked for in; its help is the only part of it that depends on that. */
export type SubCommand = Made<string, unknown>

/** A sub-command's name and what it reads from its own options are nobody else's concern, but the parser is invariant in them. */
const sub = <Name extends string, A>(made: Made<Name, A>): SubCommand => made as unknown as SubCommand

/** The one list of sub-commands. Each is loaded when it is asked for, so that a quick one does not wait for the others. */
export const subCommands = {
  demo: () => import("./demo.js").then(({ demo }) => sub(demo)),
  check: () => import("./check.js").then(({ check }) => sub(check)),
  rules: () => import("./rules.js").then(({ rules }) => sub(rules)),
  screen: () => import("./screen.js").then(({ screenFile }) => sub(screenFile)),
  import: () => import("./import.js").then(({ importFile }) => sub(importFile)),
  do: () => import("./do.js").then(({ execute }) => sub(execute)),
  "bank-return": () => import("./bankReturn.js").then(({ bankReturn }) => sub(bankReturn)),
  accounts: () => import("./accounts.js").then(({ accounts }) => sub(accounts)),
  account: () => import("./account.js").then(({ account }) => sub(account)),
  operators: () => import("./operators.js").then(({ operators }) => sub(operators)),
  history: () => import("./history.js").then(({ history }) => sub(history)),
  explain: () => import("./explain.js").then(({ explain }) => sub(explain)),
  plan: () => import("./plan.js").then(({ plan }) => sub(plan)),
  funnel: () => import("./funnel.js").then(({ funnel }) => sub(funnel)),
  journal: () => import("./journal.js").then(({ journal }) => sub(journal)),
  migrate: () => import("./migrate.js").then(({ migrate }) => sub(migrate)),
  doctor: () => import("./doctor.js").then(({ doctor }) => sub(doctor)),
  scenario: () => import("./scenario.js").then(({ scenario }) => sub(scenario)),
  simulate: () => import("./simulate.js").then(({ simulate }) => sub(simulate)),
  conformance: () => import("./conformance.js").then(({ conformance }) => sub(conformance))
} as const satisfies Readonly<Record<string, () => Promise<SubCommand>>>
