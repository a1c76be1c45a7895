import { outsideEn } from "./outsideEn.js"
import type { Words } from "./zhCN.js"

/** What the command line says in English. */
export const en: Words = {
  program: "Enterprise accounts and real-name certification of Single Window: the command line",
  help: {
    usage: "Usage: single-window [global options] SUB-COMMAND [arguments]",
    screens: "Without a sub-command, on a terminal, screens open; staff add --as staff:NAME[/viewer|clerk|supervisor]",
    commands: "Sub-commands (more of each by single-window SUB-COMMAND --help):",
    options: "Global options (before the sub-command or after it):",
    exits:
      "Exit codes: 0 done · 1 refused, or something found to be wrong · 2 wrong usage · 3 could not ask (store or verifier)",
    footer: "Global options and exit codes: single-window --help"
  },
  options: {
    json: "Machine-readable JSON alone on standard output; prose and progress on standard error",
    db: "Where accounts are kept: sqlite:PATH, postgres://USER@HOST/DATABASE or memory: (default: SINGLE_WINDOW_DB, else sqlite:./single-window.db)",
    key: "File of the master key (default: SINGLE_WINDOW_KEY or SINGLE_WINDOW_KEY_FILE, else PATH.key beside the database)",
    lang: "Language: zh or en (default: by the locale, else Chinese)",
    policy: "File of policy values (JSON or YAML); only what differs from the defaults",
    world: "File of a mock world (JSON or YAML): mock verifiers in place of real ones, for tests only",
    config: "File that says which real verifiers are asked (JSON or YAML; default: SINGLE_WINDOW_CONFIG, else none)"
  },
  usage: {
    wrong: (message) => `Wrong usage: ${message}`,
    unknownSubCommand: (name, nearest) =>
      `there is no sub-command ${name}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    parser: (message) => message,
    field: (field, words) => `${field}: ${words}`,
    noCommand: (names) => `a sub-command is needed: ${names.join(", ")}`,
    seeHelp: (name) => `See: ${name} --help`,
    noValue: (option) => `${option} needs a value`,
    twice: (option) => `${option} can be given once only`,
    postgres: "the address of PostgreSQL is postgres://USER:PASSWORD@HOST:PORT/DATABASE",
    database: "--db is sqlite:PATH, postgres://USER@HOST/DATABASE or memory:",
    unknownOption: (option) => `there is no option ${option}`,
    unknownCommand: (name, nearest) =>
      `there is no command ${name}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    actor:
      "--as is a user name (or user:NAME), staff:NAME[/viewer|clerk|supervisor], system:NAME, anonymous, card or card:KEY",
    cardNeedsWorld: "--card and --as card:KEY work on a mock world only",
    noSuchCard: (card, cards) =>
      `the mock world has no card ${card}${cards.length === 0 ? "" : `; it has ${cards.join(", ")}`}`,
    inputNotJson: (where, why) => `${where} is not JSON: ${why}`,
    inputUnreadable: (path) => `${path} cannot be read`,
    inputTooLong: (where) => `${where} is too long`,
    reasonNeeded: "--reveal needs a --reason",
    placeholder: (name) => `there is nothing now that could stand for ${name}`,
    fileUnreadable: (option, path) => `${option}: ${path} cannot be read`,
    fileOpen: (option, path) => `${option}: every user may write to ${path}, so it is not used; chmod o-w it first`,
    fileWrong: (option, where, why) => `${option}: ${where === "" ? "" : `${where}: `}${why}`
  },
  outside: outsideEn,
  "bank-return": outsideEn.bankReturn,
  banner: {
    demonstration: "[MOCK] A demonstration database: every outside verifier is a mock, and nothing it says is real.",
    world: (path) => `[MOCK] Every outside verifier is a mock out of ${path}, and nothing it says is real.`
  },
  store: {
    missing: (path) =>
      `the database ${path} does not exist; make it by single-window demo (made-up accounts) or single-window import FILE`,
    nothing: (place) => `nothing is stored at ${place} yet`,
    folderMissing: (path) => `the folder of ${path} does not exist`,
    created: (path, key) =>
      `Made a new database ${path}${key === undefined ? "" : `; its master key is in ${key} (keep a copy: without it nothing can be opened)`}`,
    memoryOfWorld: (path) => `The mock world's state cannot be kept in ${path}`
  },
  refused: {
    rules: (ids) => `Rules: ${ids.join(", ")}`,
    remedies: "What can be done:",
    notConfigured: (port) => `No verifier is configured for: ${port}.`
  },
  interrupted: "Interrupted. What was saved stays; an import run again goes on from there.",
  internal: (message) => `internal error: ${message}`,
  done: "Done",
  check: {
    summary: "Checks identifiers; values also from standard input, one a line",
    kind: "KIND",
    value: "What to check; without it, or with -, standard input is read",
    lenient: "A wrong check character of a Unified Social Credit Code is a warning only",
    valid: "valid",
    invalid: "invalid"
  },
  rules: {
    summary: "The rule catalogue: where each rule of the manual is kept",
    manual: "manual",
    assumed: "assumed",
    outside: "outside of software"
  },
  do: {
    summary: "Runs a command of the front door",
    about:
      "On a mock world, $captcha, $sms and $bankReturn (also $bankReturn.tampered, $bankReturn.replayed and the like) in --input stand for the right answer to a captcha, the last SMS code, and what the bank would send back. The world's state (messages sent, bank requests, wrong PINs) is kept beside the database in PATH.world.json. Only RegisterAdministrator makes a new database.",
    command: "A command of the front door, such as EditEnterprise; --list tells them all, with their fields",
    list: "Lists every command of the front door with its fields (? may be left out, [] is a list)",
    as: "Who acts: a user name (or user:NAME), staff:NAME[/viewer|clerk|supervisor] (without a role, the least that may do the command), system:NAME, anonymous, card, card:KEY",
    input: "The command's fields: JSON, @FILE or - for standard input",
    on: "The user name that staff act on",
    reason: "Why; always for staff, and kept with every event",
    dryRun: "Says what would happen and writes nothing",
    keyId: "Idempotency key: a command sent twice under one key happens once",
    card: "The card in the mock world's reader",
    captcha: (question) => `Captcha: ${question} `,
    wouldAsk: (ports) => `Would still have to ask: ${ports.join(", ")}`,
    dry: "(dry run, nothing written)"
  },
  account: {
    summary: "One account; personal data is masked",
    username: "User name",
    reveal: "Shows personal data in full (as a supervisor; it is put on record)",
    reason: "Why it is looked at",
    as: "Staff, staff:NAME (default: the name you are logged in by)"
  },
  scenario: {
    summary: "Run scenario files (YAML or JSON), each on a fresh mock world in memory",
    file: "A scenario file, or a folder of them",
    step: (step) => `step ${step}`,
    expected: "expected",
    actual: "actual  ",
    refused: "refused ",
    none: (folder) => `${folder}: no scenario in this folder (.yaml, .yml or .json)`,
    sum: (passed, failed) => `${passed} passed, ${failed} failed`
  },
  simulate: {
    summary: "Lets a made-up population live through some days on a mock world, and checks every invariant after each",
    seed: "The same seed gives the same bytes (default: 1)",
    accounts: "How many accounts (default: 200)",
    days: "How many days (default: 30)",
    faults:
      "Trouble outside, all the time: none, rough, ctid-outage, sms-late, bank-returns-twice, card-pulled-mid-read, registry-stale (default: none)",
    plant: "Plants a mistake around the core, to see that it is found",
    replay: "In place of a population: a scenario file, with the same invariants checked at its end",
    noSuch: (option, given, meant, names) =>
      `${option}: there is no ${given}${meant === undefined ? "" : `; did you mean ${meant}?`} (there are: ${names.join(", ")})`,
    notWithin: (option, most) => `${option} is a whole number from 1 to ${most}`,
    notWithReplay: (option) => `${option} is for a population, and --replay tells a story that has its own`,
    holds: "Every invariant holds"
  },
  conformance: {
    summary: "Tests somebody's adapter against what its port must keep, and reports",
    layer:
      "A module (file or package), and #EXPORT if need be; it gives a Layer (by default its export layer), samples beside it",
    port: "A port or store, such as EnterpriseRegistry, Vault, Ledger",
    expected: "A file of known gaps (YAML or JSON): case, reason, last day",
    noExport: (name, meant, names) =>
      `there is no export ${name}${meant === undefined ? "" : `; did you mean ${meant}?`} (there are: ${names.join(", ")})`,
    noLayer: (name) => `the export ${name} is no Layer and holds no layer`,
    noPort: (name, meant, names) =>
      `there is no port ${name}${meant === undefined ? "" : `; did you mean ${meant}?`} (there are: ${names.join(", ")})`,
    noSamples: (port, names) =>
      `testing ${port} takes the samples ${names.join(", ")}: export samples beside the layer`,
    noSample: (name, meant) => `there is no sample ${name}; did you mean ${meant}?`,
    samplesWrong: (why) => `the samples are wrong: ${why}`
  },
  accounts: {
    summary: "Accounts in pages, in the order of their user names; personal data is masked",
    username: "User names that begin with this",
    role: "Role",
    origin: "Origin",
    level: "Security level",
    certification: "Where certification stands",
    organizationCode: "Organization code of the enterprise",
    document: "A document, TYPE:NUMBER, exactly",
    deleted: "Deleted accounts as well",
    after: "Goes on from a page: what it gave as next",
    limit: "Accounts a page, 1 to 500",
    columns: ["user name", "role", "status", "level", "name", "enterprise"],
    none: "No accounts",
    more: (next) => `There are more: --after '${next}'`
  },
  operators: {
    summary: "My operators: every user of the administrator's enterprise",
    username: "The administrator's user name"
  },
  history: {
    summary: "What happened to an account",
    enterprise: "to every user whom this administrator manages, newest first"
  },
  funnel: { summary: "How far all accounts have come with certification, and what is in the way" },
  explain: { summary: "Why an account stands where it stands, rule by rule" },
  plan: {
    summary: "Every way to a security level: steps, what to have in hand, what is blocked",
    to: "the level to reach",
    reached: (level: string) => `reached: the level is ${level}`,
    blocked: (method: string, why: string) => `blocked: ${method} (${why})`
  },
  journal: {
    summary: "The journal: verifies its hash chain, exports it, rebuilds the accounts from it",
    export: "every event, a JSON object a line, without personal data; it still verifies",
    rebuild: "builds every account from the journal alone and compares",
    rebuilt: (accounts: number, events: number, differing: number) =>
      `${accounts} accounts rebuilt from ${events} events, ${differing === 0 ? "equal to what is stored" : `${differing} differ`}`,
    verify: "Verifies the hash chain: an altered, lost, added or cut event shows",
    whole: (events, streams) => `The chain is whole: ${streams} accounts, ${events} events`,
    broken: (stream, version, fault) => `The chain does not hold at event ${version} of ${stream} (${fault})`
  },
  migrate: {
    summary: "Moves a store to another database (SQLite to PostgreSQL or back) and proves that both hold the same",
    from: "The database it is in: sqlite:PATH or postgres://…; nobody can write to it meanwhile",
    to: "The database it goes to, with nothing in it yet",
    inMemory: (option) => `${option} is sqlite:PATH or postgres://…`,
    toItself: "--from and --to are the same database",
    notEmpty: (place) => `something is stored at ${place} already; it was left as it is`,
    unequal: "the two do not hold the same; nothing was kept",
    same: "same",
    differs: "differs",
    done: (place) =>
      `Every row is at ${place} now, and the old database is as it was. Stop the programs that still use it, and point them to the new one`,
    key: (from, to) =>
      `The master key is not moved with the rows: the new database takes the same one. Give --key ${from}, or copy it to ${to} (a key given by the environment stays as it is)`
  },
  screen: {
    summary:
      "Reads a file of migrated accounts (CSV or NDJSON, UTF-8 or GB 18030) and writes nothing: what would become of each row, and the next step",
    file: "File of migrated accounts",
    report: "Writes what was found, row by row, as CSV",
    alone: (path) => `The database ${path} does not exist yet; rows are compared among themselves only`,
    reportWritten: (path) => `Row by row in ${path}`,
    reportNotWritten: (path) => `--report: ${path} cannot be written`,
    rows: (rows) => `${rows} rows`,
    examples: "For example:",
    row: (line) => `line ${line}`
  },
  import: {
    waiting: "Another import is running; waiting for it…",
    summary:
      "Screens a file of migrated accounts and stores them; can be interrupted and run again, and again without effect. Makes the database if there is none",
    stored: (imported, skipped) => `${imported} rows imported, ${skipped} skipped`
  },
  doctor: {
    summary: "Checks store, keys, verifiers, card control and reader",
    status: { ok: "ok", warning: "note", failed: "failed", "not-configured": "not configured" },
    node: (version) => `Node.js ${version}`,
    nodeOld: (version) => `Node.js ${version} is too old; 20.19 or later is needed`,
    store: (path) => `${path} opens`,
    server: (place, version, encrypted) =>
      `${place} opens (PostgreSQL ${version}, ${encrypted ? "over TLS" : "not encrypted on the way"})`,
    notDurable: (place) =>
      `${place} opens, but the server does not wait for the disk (fsync, full_page_writes, synchronous_commit): a power cut takes acknowledged data with it`,
    memory: "in memory, not kept",
    key: "the key is the database's",
    keyUnknown: "not checked: the store does not open",
    policy: "the policy is valid",
    password: (milliseconds) => `one password hash takes ${milliseconds} ms`,
    mock: "answered by a mock world",
    none: "no verifier is configured",
    noCard: "no card control or reader is configured"
  },
  demo: {
    summary:
      "Shows the main job on a real SQLite file with mock verifiers, from screening migrated accounts to managing operators",
    about:
      "Writes ./single-window-demo.db (anew each time, whatever SINGLE_WINDOW_DB says) or the file of --db; a database that is no demonstration is left alone. Commands on a demonstration go on being answered by the same mock world, and standard error says so each time.",
    title: "Single Window, a demonstration: every enterprise, person, document and bank card is invented",
    as: (actor) => `(as ${actor})`,
    unexpected: (step, expected, found) =>
      `The demonstration broke off: "${step}" should have been ${expected} and was ${found}`,
    notOurs: (path) => `${path} is no demonstration and is left alone; name another file with --db`,
    sum: (steps, accounts, certified, refused) =>
      `${steps} steps: ${accounts} accounts, ${certified} certified, ${refused} refusals with their ways out`,
    goOn: (place, option) => [
      `It is kept in ${place}; go on with:`,
      `  single-window accounts --db ${option}`,
      `  single-window history ciq_bj_001 --db ${option}`
    ]
  }
}
