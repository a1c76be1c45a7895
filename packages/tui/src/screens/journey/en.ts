import type { JourneyWords } from "./zhCN.js"

export const en: JourneyWords = {
  titles: {
    "ic-card": "IC card",
    "legal-representative": "Legal representative",
    "bank-ukey": "Bank UKEY"
  },
  steps: {
    card: "Card and PIN",
    enterprise: "Enterprise",
    "legal-representative": "Representative",
    bank: "Bank's site",
    "account-holder": "Holder",
    done: "Done"
  },
  levels: { none: "not certified", low: "low", medium: "medium", high: "high" },
  working: "Working, one moment",
  missing: "Something that is needed is empty",
  same: "this was answered with no: change it, or press F5 to try again",
  sameCard: "this was answered with no: change it",
  again: "try again",
  next: "Next",
  expires: (time) => `Open until ${time}; you may leave and go on later`,
  attemptsLeft: (left) => `${left} tries left today`,
  instead: {
    "ic-card": "By IC card instead (recommended)",
    "legal-representative": "By the legal representative instead",
    "bank-ukey": "By bank UKEY instead"
  },
  start: {
    begin: "Start",
    needs: "Have ready:",
    bank: "Choose a bank",
    other: (method) => `Another certification is under way (${method}); starting ends it`,
    none: "Not begun by this method"
  },
  abandon: {
    label: "give up",
    question: "Give this certification up?",
    effect: "The steps done so far are lost. What was certified before stands.",
    stay: "Go on",
    go: "Give up",
    done: "The certification is given up"
  },
  done: {
    title: "Certification is done",
    titleOf: (username) => `Certification of ${username} is done`,
    level: (level) => `Security level: [${level}]`,
    back: "Done",
    close: "Please log out of the bank's site and close the browser"
  },
  warnings: {
    "expires-soon": "The card's certificate ends soon; have it renewed",
    "enterprise-name-differs": "The enterprise's name is another on their record (accepted; please check)"
  },
  card: {
    state: "Card",
    unknown: "read when the PIN is entered",
    ready: "read",
    states: {
      CardControlMissing: "no client control",
      CardReaderMissing: "no reader",
      CardMissing: "no card inserted",
      CardPinWrong: "inserted, wrong PIN",
      CardPinLocked: "inserted, PIN locked",
      CardExpired: "inserted, expired",
      CardNotTrusted: "inserted, certificate not trusted",
      CardOfAnotherEnterprise: "inserted, another enterprise's"
    },
    enterprise: "Enterprise",
    kinds: "A legal-person or operator card of this enterprise.",
    pin: "PIN",
    length: (length) => `length ${length}`,
    left: (left) => `${left} tries left; then the card locks and only the issuing office can unlock it`,
    last: "One try is left: it is only used after F10",
    agreed: "The last try may be used: Enter submits",
    consent: "use the last try",
    submit: "Submit",
    once: "One submission is one PIN to the card; nothing repeats it.",
    again: "read again",
    rearmed: "You can submit again",
    notAgain: "The same PIN is not sent again by itself: change it, or press F5",
    empty: "Enter the PIN",
    secret: "The PIN goes to the card alone: not to disk, log or journal"
  },
  mock: {
    card: "[mock] other card",
    inserted: (card, counted) => `[mock] inserted ${card}${counted ? "; its PIN counts from 1 to 8" : ""}`,
    removed: "[mock] card removed",
    sms: "[mock] fetch code",
    noSms: "[mock] no message was sent yet",
    bank: "[mock] bank returns",
    noRequest: "[mock] no request went to a bank"
  },
  enterprise: {
    locked: "(the account's, cannot be changed here)",
    name: "Name",
    unifiedSocialCreditCode: "Social credit code",
    organizationCode: "Organization code",
    legalRepresentativeName: "Representative",
    type: "Document",
    number: "Number",
    hint: "The representative's document must be as the registrar has it.",
    why: "The first four are the account's; change them on the enterprise screen.",
    reopens: "Verifying again clears the steps done after it"
  },
  person: {
    verified: "(from step 1)",
    own: "(the account's)",
    subjects: { "legal-representative": "Legal representative", "account-holder": "Account holder" },
    name: "Name",
    type: "Document",
    number: "Number",
    from: "Valid from",
    to: "Valid to",
    dateHint: "YYYYMMDD",
    longTerm: "no expiry: eight 0",
    all: "Name, number and both dates must all be right; which is not is never said.",
    ctid: "Way 1: synchronise the ID card in CTID, then try again",
    bankCard: "Way 2: check by bank card instead",
    idCard: "by ID card",
    ctidSteps: [
      "1. Install the CTID app on a telephone",
      "2. Let it read the person's ID card and synchronise",
      "3. Come back, check the dates there, press F5 and then Enter"
    ],
    provide: "What is given replaces the account's identity and voids what rested on it.",
    previous: "previous step"
  },
  bankCard: {
    show: "show the number",
    card: "Bank card",
    mobile: "Reserved mobile",
    code: "Code",
    send: "Send a code",
    confirm: "Confirm",
    retry: (seconds) => `again in ${seconds} s`,
    retryAt: (time) => `again after ${time}`,
    sentTo: (mobile) => `A code was sent to ${mobile}`,
    sent: "A code was sent",
    valid: (digits, minutes, attempts) =>
      `${digits} digits, valid ${minutes} minutes, void after ${attempts} wrong ones.`,
    today: (sent, most) => `Sent today ${sent}/${most}.`,
    own: {
      "legal-representative": "The representative's own personal card, no corporate one.",
      "account-holder": "The account holder's own card."
    },
    factors: "Checked: name, document number, card number, reserved mobile.",
    noCode: "Enter the code first",
    noCard: "Enter the card number and the mobile first"
  },
  bank: {
    bank: "Bank",
    enterprise: "Enterprise",
    open: "On the computer with the UKEY, open in a browser (works once):",
    form: "This bank wants a form; run single-window bank-return, which opens it",
    gone: "The address shows once, when the request is made. If it was not opened, press n.",
    waiting: (left) => `State  waiting for the bank   ${left} left`,
    over: "State  the request has run out, press n for a new one",
    listening: "This machine waits for the browser to come back (Esc stops waiting)",
    stopped: "Not waiting any more; w waits again",
    wait: "wait for the browser",
    notHere: "the browser does not come back to this machine",
    notListening: "The website receives the return; press r to see whether it came",
    privacy: "No assets or transactions are asked for. Log out there afterwards.",
    forged: "A return that is forged or repeated changes nothing and is put on record",
    copy: "copy the address",
    copied: "The address went to the clipboard",
    noCopy: "copying by the terminal is off (SINGLE_WINDOW_OSC52=1)",
    again: "new request (the old one ends)",
    refresh: "look for the result",
    still: "Nothing came from the bank yet",
    start: "Go to the bank"
  }
}
