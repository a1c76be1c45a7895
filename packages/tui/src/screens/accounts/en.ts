import type { AccountsWords } from "./zhCN.js"

export const en: AccountsWords = {
  title: "Accounts",
  filter: "Filter",
  noFilter: "(all but deleted ones)",
  columns: [
    ["User name", 18],
    ["Holder", 8],
    ["Status", 9],
    ["Certified", 9],
    ["Level", 6],
    ["Origin", 10]
  ],
  enterprise: "Enterprise",
  counts: (known, marked) => `${known} found  ${marked} marked`,
  atLeast: (count) => `${count}+`,
  scanned: (count) => `${count} looked through`,
  position: (from, to, known, sort) => `rows ${from}-${to} of ${known}   sorted by ${sort}`,
  sorts: {
    username: "user name",
    status: "status",
    certification: "certification",
    level: "level",
    origin: "origin",
    enterprise: "enterprise"
  },
  none: "no account is like that",
  selected: "Selected",
  document: "Document",
  code: "Credit code",
  remark: "Remark",
  open: "open",
  mark: "mark/unmark",
  unmarkAll: "unmark all",
  refilter: "filter",
  nextHit: "next hit (without a filter: next marked)",
  previousHit: "previous hit (without a filter: previous marked)",
  sort: "sort",
  refresh: "refresh",
  exporting: "export CSV",
  apply: "find",
  save: "write the file",
  cancel: "cancel",
  deletedHasNoPage: "a deleted account has no page",
  nothingHere: "the list is empty",
  stillReading: "the list is still being read",
  nothingMarked: "none is marked",
  tooManyToSort: (most) => `more than ${most} found; filter with / before sorting`,
  filterHelp: [
    "The beginning of a user name, or field:value, separated by spaces:",
    "status:active/initial/locked/deleted   level:none/low/medium/high",
    "certification:passed/under-way/uncertified/voided   role:personal/operator/admin",
    "origin:registered/migrated/added/card   no:email/mobile/document/enterprise",
    "enterprise:part-of-name   code:organization-code   tail:last-four-of-document"
  ],
  unknownField: (field, near, fields) =>
    near === undefined
      ? `there is no field "${field}"; there are: ${fields.join(" ")}`
      : `there is no field "${field}"; did you mean "${near}"?`,
  unknownValue: (field, value, values) => `${field} is never "${value}"; it can be: ${values.join(" ")}`,
  tailTooLong: "at most the last 4 of a document's number",
  file: "File",
  exportWhat: (marked) => (marked === 0 ? "Export every account that the filter finds" : `Export the ${marked} marked`),
  exportMasked: "Personal data stays masked; no file is overwritten; only you can read the new one",
  exported: (rows, path) => `${rows} accounts written to ${path}`,
  writing: (rows) => `${rows} rows written`,
  fileExists: (path) => `the file is there already and stays as it is: ${path}`,
  cannotWrite: (path, code) => `cannot write ${path} (${code})`,
  fileNeeded: "a file name is needed"
}
