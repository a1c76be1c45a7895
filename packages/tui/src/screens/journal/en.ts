import type { JournalWords } from "./zhCN.js"

export const en: JournalWords = {
  title: "Journal",
  titleOf: (username) => `Journal: ${username}`,
  columns: ["Time", "By", "Event", "Account"],
  filter: "Filter",
  noFilter: "(everything)",
  hits: (found, read) => `${found}/${read} found`,
  atLeast: (count) => `${count}+`,
  scopeAll: "all accounts, newest first",
  scopeEnterprise: "the enterprise's users, newest first",
  scopeOne: (username) => `entries of ${username}, newest first`,
  scopeOwn: "entries of your account, newest first",
  filterHelp: [
    "Every word must occur; or write field:value",
    "by:name   account:user-name   event:name   date:2026-11-25"
  ],
  unknownField: (field, near, fields) =>
    near === undefined
      ? `there is no field "${field}"; there are: ${fields.join(" ")}`
      : `there is no field "${field}"; did you mean "${near}"?`,
  apply: "find",
  refilter: "filter",
  open: "open account",
  older: "read older ones",
  refresh: "refresh",
  verify: "verify the chain",
  noneOlder: "the oldest entry has been read",
  mayNotOpen: "only staff and the holder see the account",
  nothing: "no entry is like that",
  details: "Details",
  reason: (text) => `reason "${text}"`,
  flow: (version) => `its entry ${version}`,
  verifying: "verifying the whole chain from its beginning; Esc stops it",
  whole: (events, streams) => `the chain is whole: ${events} entries, ${streams} accounts, all as they are stored`,
  wholeShort: "the chain is whole; nothing is missing or changed",
  broken: (stream, version, fault) => `the chain is broken: ${stream}, entry ${version} (${fault})`,
  brokenShort: "the chain is broken; tell the platform's staff",
  appendOnly: "only added, never changed; no personal data"
}
