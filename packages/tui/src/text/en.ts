import type { Words } from "./zhCN.js"

/** What the command line says in English. */
export const en: Words = {
  program: "Enterprise accounts and real-name certification of Single Window: the command line",
  options: {
    json: "Machine-readable JSON alone on standard output; prose and progress on standard error",
    db: "Where accounts are kept: sqlite:PATH or memory: (default: SINGLE_WINDOW_DB, else sqlite:./single-window.db)",
    key: "File of the master key (default: SINGLE_WINDOW_KEY or SINGLE_WINDOW_KEY_FILE, else PATH.key beside the database)",
    lang: "Language: zh or en (default: by the locale, else Chinese)",
    policy: "File of policy values (JSON or YAML); only what differs from the defaults",
    world: "File of a mock world (JSON or YAML): mock verifiers in place of real ones, for tests only"
  },
  usage: {
    wrong: (message) => `Wrong usage: ${message}`,
    noCommand: (names) => `a sub-command is needed: ${names.join(", ")}`,
    seeHelp: (name) => `See: ${name} --help`,
    noValue: (option) => `${option} needs a value`,
    twice: (option) => `${option} can be given once only`,
    postgres: "a postgres database is not built in yet; use sqlite:PATH",
    database: "--db is sqlite:PATH or memory:",
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
    fileWrong: (option, where, why) => `${option}: ${where === "" ? "" : `${where}: `}${why}`
  },
  banner: {
    demonstration: "[MOCK] A demonstration database: every outside verifier is a mock, and nothing it says is real.",
    world: (path) => `[MOCK] Every outside verifier is a mock out of ${path}, and nothing it says is real.`
  },
  store: {
    missing: (path) => `the database ${path} does not exist`,
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
    command: "A command of the front door, such as EditEnterprise",
    as: "Who acts: a user name (or user:NAME), staff:NAME[/viewer|clerk|supervisor], system:NAME, anonymous, card, card:KEY",
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
    sum: (passed, failed) => `${passed} passed, ${failed} failed`
  },
  enterpriseFields: {
    name: "Enterprise name",
    unifiedSocialCreditCode: "Unified Social Credit Code",
    organizationCode: "Organization code",
    legalRepresentativeName: "Legal representative"
  }
}
