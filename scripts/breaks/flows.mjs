// Breaks of the decisions in flows/: what a journey, a log-in, a bank's answer and an event come to.
import { ofFlow } from "./Break.mjs"

const life = [
  "core/test/frontdoor/identityEdits",
  "core/test/flows/evolve",
  "core/test/flows/stepOrder",
  "testkit/test/model/model"
]
const journeys = ["core/test/flows/stepOrder", "core/test/flows/boundValues", "testkit/test/model/model"]
const bank = ["core/test/flows/bankAnswer", "core/test/frontdoor/bankUkey"]
const sms = ["core/test/frontdoor/smsCodes", "testkit/test/model/model"]

export const flows = [
  ...ofFlow("AccountLife", life, [
    [
      "a voided facet stands on",
      'event.facets.includes("holder") ? { state: "voided" }',
      'event.facets.includes("holder") ? certification.holder'
    ],
    [
      "a method counts once only, the first",
      "(passed) => passed.method !== event.method)",
      "(passed) => passed.method === event.method)"
    ],
    [
      "after the representative nobody else is verified",
      '_tag: "AwaitingAccountHolder", person: {}',
      '_tag: "AwaitingLegalRepresentative", person: {}'
    ],
    [
      "a card opens the count of wrong passwords anew",
      'if (event.entrance !== "password") return account',
      'if (event.entrance === "") return account'
    ],
    ["wrong passwords are not counted", "account.logIn.failures + 1 : 0", "account.logIn.failures : 0"],
    ["an operator stays one in another enterprise", 'account.role === "operator" && scopeOf', "false && scopeOf"],
    ["a voided card stays bound", 'cardBinding: { state: "voided" }', "cardBinding: account.cardBinding"],
    ["a wrong code costs no try", "attemptsLeft: pending.attemptsLeft - 1", "attemptsLeft: pending.attemptsLeft"],
    ["a spent attempt is not counted", "before.count + 1 : 1", "before.count : 0"],
    [
      "a reset password need not be changed",
      "password: { hash: event.passwordHash, mustChange: true, expiresAt: event.passwordExpiresAt },\n        logIn",
      "password: { hash: event.passwordHash, mustChange: false, expiresAt: event.passwordExpiresAt },\n        logIn"
    ],
    ["a deleted account lives on", "deleted: true, journey: undefined", "deleted: false, journey: undefined"],
    ["an admitted account is no operator", 'return { ...account, role: "operator" }', "return account"],
    [
      "a certified journey stays open",
      "journey: undefined,\n        administratorAssisted: false",
      "administratorAssisted: false"
    ]
  ]),
  ...ofFlow("Certification", journeys, [
    ["incomplete information may start", "ProfileCompleteness.check(account, policy, today)", "Either.right(account)"],
    [
      "a journey never runs out",
      "return account.journey.expiresAt <= now ?",
      "return account.journey.expiresAt <= 0 ?"
    ],
    [
      "an edit of the enterprise leaves the journey where it is",
      "if (journey === undefined) return []\n  const state",
      "if (journey !== null) return []\n  const state"
    ],
    [
      "a code outlives the identity that it was sent for",
      "journey.state.person.pending === undefined) return []",
      "journey.state.person.pending !== null) return []"
    ],
    [
      "a bank's request goes on for another enterprise",
      "return undefined\n  }\n}",
      'return { _tag: "AwaitingCard" }\n  }\n}'
    ]
  ]),
  ...ofFlow("PersonVerification", journeys, [
    [
      "the representative's check is the last",
      'return step._tag === "AwaitingLegalRepresentative"\n    ? [passed]',
      'return step._tag === "AwaitingCard"\n    ? [passed]'
    ],
    [
      "the representative is asked about as the holder",
      "? state.legalRepresentative\n",
      "? { name: account.holder.name, document: account.holder.document }\n"
    ]
  ]),
  ...ofFlow("PersonVerification", sms, [
    ["codes may be sent without a pause", "if (cooled > now)", "if (false)"],
    [
      "codes may be sent without end",
      "return oldest === undefined ? Either.void",
      "return oldest !== null ? Either.void"
    ],
    ["any code will do", "if (pending.codeHash !== hash)", 'if (pending.codeHash === "")'],
    ["a code never dies", "pending === undefined || pending.expiresAt <= now ||", "pending === undefined ||"],
    [
      "a code may be guessed without end",
      "pending.expiresAt <= now || pending.attemptsLeft <= 0)",
      "pending.expiresAt <= now)"
    ],
    [
      "another code gives the tries back",
      "attemptsLeft: same ? before.attemptsLeft :",
      "attemptsLeft: false ? before.attemptsLeft :"
    ]
  ]),
  ...ofFlow("BankUkeyCertification", bank, [
    ["another request's answer will do", "answer.requestId === state.requestId &&", ""],
    ["an answer with another nonce will do", "answer.nonce === state.nonce &&", ""],
    ["another account's answer will do", "answer.account === account.id", "answer.account !== undefined"],
    ["a late answer will do", "if (state.requestExpiresAt <= now)", "if (false)"],
    ["a declined request will do", 'if (answer.outcome === "declined")', "if (false)"],
    ["another enterprise will do", "if (Either.isLeft(scope)) return", "if (Either.isLeft(scope) && false) return"],
    ["the bank certifies the holder as well (R-70)", "const complete = holderStood ||", "const complete = true ||"],
    ["a holder who stands is verified again", "const complete = holderStood ||", "const complete ="],
    ["an answer may be used twice", "account.answeredBankRequests.includes(answer.requestId)", "false"]
  ]),
  ...ofFlow(
    "Attempts",
    ["core/test/frontdoor/verdicts", "testkit/test/model/model"],
    [
      ["attempts never run out", "return count >= policy.certification.attempts ?", "return count >= 1000 ?"],
      [
        "one attempt more than policy says",
        "return count >= policy.certification.attempts ?",
        "return count > policy.certification.attempts ?"
      ],
      ["attempts never come back", "attempts !== undefined && now < attempts.since + length", "attempts !== undefined"]
    ]
  ),
  ...ofFlow(
    "LogIn",
    ["core/test/frontdoor/logIn", "core/test/frontdoor/locksAndSessions"],
    [
      ["wrong passwords never lock", "...(full ? {", "...(false ? {"],
      [
        "one guess more than policy says",
        "account.logIn.failures + 1 >= policy.logIn.attempts",
        "account.logIn.failures >= policy.logIn.attempts"
      ],
      ["only staff can unlock, from the first", "account.logIn.failuresInAll + 1 >= policy.logIn.hardStop", "true"],
      ["a locked account opens", "isLocked(account, now) ?", "false ?"],
      ["an initial password never dies", "password?.expiresAt !== undefined && password.expiresAt <= now", "false"]
    ]
  ),
  ...ofFlow(
    "migration/assess",
    ["core/test/flows/migration"],
    [
      [
        "a row that cannot be put right in one save is fixable",
        'if (isBeyondEditing(enterprise, wrong, policy)) reasons.push({ code: "edit-limit" })',
        ""
      ],
      ["a row without a source can be stored", 'if (safe.source === "")', "if (false)"],
      [
        "a holder nobody knows is fixable",
        'if (isBlankField(holder.name) && isBlankField(holder.document.number)) reasons.push({ code: "no-identity" })\n  else if',
        "if"
      ],
      ["everything is ready", 'problems.length > 0 ? "fixable" : "ready"', '"ready"']
    ]
  )
]
