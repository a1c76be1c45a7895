import type { TerminalWords } from "./zhCN.js"

/** What every screen says in English. */
export const en: TerminalWords = {
  name: "Single Window",
  nobody: "not logged in",
  opening: "Opening",
  openingHint: "Opening the store...",
  otherLanguage: "F2 中文",
  restricted: "restricted",
  mock: ["[MOCK] demonstration data, not for real business", "[MOCK] demonstration data", "[MOCK]"],
  roles: {
    personal: "personal account",
    operator: "operator",
    administrator: "administrator",
    viewer: "staff (viewer)",
    clerk: "staff (clerk)",
    supervisor: "staff (supervisor)",
    "legal-person-card": "legal-person card"
  },
  keys: {
    help: "help",
    language: "中文 / English",
    contrast: "contrast, no colour",
    command: "command",
    back: "back",
    quit: "quit (twice)",
    leave: "quit",
    next: "next",
    previous: "previous",
    down: "down",
    up: "up",
    pageDown: "page down",
    pageUp: "page up",
    first: "first",
    last: "last"
  },
  help: {
    title: (of) => `Help: ${of}`,
    everywhere: "Everywhere",
    here: "On this page",
    notNow: (reason) => `not now: ${reason}`,
    rules: [
      "What is in brackets cannot be done now; its key says why. Esc closes help.",
      "In a form only Tab, Enter, Esc, Ctrl and F keys are commands.",
      "Full-width letters and signs of Chinese input methods count as ASCII."
    ]
  },
  /** Said on the ordinary screen, when this one cannot be opened. */
  beforeOpening: {
    noTerminal: "This terminal cannot show full screens (TERM=dumb); use a sub-command, see single-window --help",
    asStaffOnly: "To open the screens --as takes staff:NAME[/viewer|clerk|supervisor] only"
  },
  tooSmall: (columns, rows) => `Window too small: 60x20 needed, ${columns}x${rows} now`,
  pressAgain: "Ctrl-C again quits",
  pressAgainStops: "Work goes on in the background; Ctrl-C again stops it and quits",
  disabled: (label, reason) => `Cannot "${label}": ${reason}`,
  noSuchKey: (key) => `No key ${key} here; ? lists the keys`,
  unsaved: "Not saved yet. Esc once more gives up what was typed",
  pasteIgnored: "Paste goes into a field only",
  processing: "Working",
  percent: (percent, rate, left) => `${percent}%   ${rate} rows/s   about ${left} left`,
  cancelled: "Cancelled; what was committed already stands, see the journal",
  remedies: "What you can do:",
  broken: (flow) => `Something broke inside; nothing was done. Try again, or name ${flow} to support`,
  brokenScreen: "This page cannot be shown",
  commandUnknown: (name) => `No command :${name}`,
  commandsAre: (names) => `Commands: ${names.join("  ")}`,
  left: (clock) => `${clock} left`,
  locked: "Locked",
  discarded: "What was open is forgotten",
  notUnlocked: "The host did not confirm who you are; still locked",
  soon: {
    idle: (when) => `Nobody types: locks ${when}; any key goes on`,
    absolute: (when) => `The session has lasted long: locks ${when}; save first`,
    now: "soon",
    after: (seconds) => `in ${seconds} s`
  },
  theme: { colour: "colour", contrast: "high contrast", none: "no colour" },
  met: "met",
  notMet: "not met",
  below: (lines) => `; j: ${lines} more lines`,
  position: (from, to, of) => `rows ${from}-${to} of ${of}`,
  more: (above, below) => `${above} more above, ${below} more below`
}
