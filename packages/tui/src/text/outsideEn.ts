import type { OutsideWords } from "./outsideZhCN.js"

const meant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean ${nearest}?`)
const all = (names: ReadonlyArray<string>) => names.join(", ")

/** How outside verifiers are configured and examined. */
export const outsideEn: OutsideWords = {
  unknownField: (name, nearest, names) => `there is no ${name} here${meant(nearest)} (there are ${all(names)})`,
  secretInFile: (name, variables) =>
    `secrets do not stand in the configuration (${name}); use the environment, ${all(variables)}, or the same name with _FILE and a file`,
  missing: (name) => `${name} is missing`,
  notObject: "this is no object",
  noSource: (names) => `source is missing (there are ${all(names)})`,
  unknownSource: (name, nearest, names) => `there is no source ${name} here${meant(nearest)} (there are ${all(names)})`,
  oneSourceOnly: "one source only: a message, a card and a redirect cannot be tried elsewhere a second time",
  sameSourceTwice: (name) => `${name} stands there twice: a second source must be another one`,
  noSources: "no source at all",
  tlsWithoutTls: "the endpoint is not https, so tlsAuthorityFile means nothing",
  unknownBank: (name, nearest, names) => `there is no bank ${name}${meant(nearest)} (there are ${all(names)})`,
  bankTwice: (name) => `the bank ${name} stands there twice`,
  returnUrl: "returnUrl must be https, or http with a port on this machine (127.0.0.1)",
  worldToo:
    "--world is a mock world and cannot be used with the configuration of real verifiers (--config or SINGLE_WINDOW_CONFIG)",
  mockOnReal: "this database was used with a configuration of real verifiers; no mock world answers on it any more",
  demonstrationToo: "this is a demonstration database, answered by a mock world alone; --config cannot be used on it",
  demonstrationIgnores: (path) => `A demonstration database: ${path} of SINGLE_WINDOW_CONFIG is not used.`,
  cannotStart: (port, detail) => `The verifier of ${port} cannot start as it is configured: ${detail}`,
  variableMissing: (name) => `the environment variable ${name} (or a file by ${name}_FILE) is missing`,
  variableTwice: (name) => `${name} and ${name}_FILE cannot both be given`,
  pin: "The card's PIN (not shown): ",
  doctor: {
    configuration: (path) => `${path} can be used`,
    credentials: "credentials are there",
    reached: (host, milliseconds) => `${host} answers, ${milliseconds} ms`,
    notReached: (host, why) => `${host} cannot be reached: ${why}`,
    secure: (host, milliseconds, until) =>
      `${host} answers, ${milliseconds} ms, its TLS certificate is valid until ${until}`,
    clock: (seconds) => `this machine's clock and theirs differ by ${seconds} s`,
    file: (path) => `messages are written to ${path}: for development only`,
    keyEnds: (bank, until) => `a key of ${bank} is valid until ${until}`,
    keyNone: (bank) => `no key of ${bank} is valid now`,
    keys: (bank) => `the keys of ${bank} can be used`,
    notOffered: (banks) => `banks that the policy offers and that are not configured: ${all(banks)}`,
    control: (address) => `the control at ${address} answers`,
    service: "the PC/SC service answers",
    card: "reader and card can be used",
    noCard: "the reader can be used; there is no card in it",
    reader: "reader",
    controlUnknown: "not checked: the control does not answer",
    failed: (checks) => `Failed: ${all(checks)}`
  },
  bankReturn: {
    summary: "Bank UKEY: waits for the bank to send the person back to this machine, and completes",
    about:
      "The configuration's returnUrl must be on this machine. With --bank the certification is started first and the address to open in a browser is printed; without it the one under way is waited for.",
    as: "Whose certification: a user name",
    bank: (codes) => `The bank (${all(codes)})`,
    wait: "How many seconds to wait at most (default 600)",
    open: (address) => `Open in a browser: ${address}`,
    waiting: "Waiting for the bank…",
    notConfigured: "no bank is configured (bank-ukey)",
    notHere: (url) => `returnUrl ${url} is not on this machine: the server there takes what the bank sends back`,
    noRequest: (username) => `${username} has no certification that waits for a bank; start one with --bank`,
    closeBrowser: "Log out of the bank and close the browser."
  }
}
