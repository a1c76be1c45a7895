// Breaks of the rules of §2.5 to §2.5.5: certification in general, by IC card, and by the legal representative.
import { ofRule } from "./Break.mjs"

export const certification = [
  ...ofRule("CertificationCompleteness", [
    [
      "the enterprise alone is missing nothing",
      'certification[facet].state !== "valid")',
      'facet === "holder" && certification[facet].state !== "valid")'
    ],
    [
      "the holder is never missing",
      'certification[facet].state !== "valid")',
      'facet === "enterprise" && certification[facet].state !== "valid")'
    ],
    ["methods count while a facet does not stand", ".length === 0 ? passed : []", ".length >= 0 ? passed : []"]
  ]),
  ...ofRule("MethodPreference", [
    [
      "the IC card is not the first",
      '["ic-card", "legal-representative", "bank-ukey"]',
      '["legal-representative", "ic-card", "bank-ukey"]'
    ],
    ["a method is left out", '["ic-card", "legal-representative", "bank-ukey"]', '["ic-card", "legal-representative"]']
  ]),
  ...ofRule("CardBelongsToEnterprise", [
    [
      "a card of another enterprise will do",
      "if (scopeOfOrganizationCode(card.organizationCode) !== scopeOf(account.enterprise))",
      "if (false)"
    ],
    [
      "whoever holds the card, whatever policy says",
      "policy.certification.cardHolderMustBeAccountHolder && !isHeldBy",
      "false && !isHeldBy"
    ],
    [
      "the card must always be the holder's own",
      "policy.certification.cardHolderMustBeAccountHolder && !isHeldBy",
      "!isHeldBy"
    ],
    [
      "an operator card will not do (R-42)",
      "if (policy.certification.cardHolder",
      'if (card.kind === "operator" || policy.certification.cardHolder'
    ],
    [
      "another name on the card is not reported",
      "return Either.right({ nameDiffers })",
      "return Either.right({ nameDiffers: false })"
    ]
  ]),
  ...ofRule("ThreeChecksRequired", [
    [
      "the steps may be taken in any order",
      "return step === expected || back ?",
      "return step !== undefined || back ?"
    ],
    ["there is no going back", 'const back = step === "enterprise" &&', 'const back = step === "card" &&'],
    ["after the enterprise comes the account holder", 'return "legal-representative"', 'return "account-holder"']
  ]),
  ...ofRule("VerificationChannel", [
    [
      "an ID card check for any document",
      '["id-card", "bank-card"] : ["bank-card"]',
      '["id-card", "bank-card"] : ["id-card", "bank-card"]'
    ],
    [
      "no bank card for an ID card's holder",
      '["id-card", "bank-card"] : ["bank-card"]',
      '["bank-card"] : ["bank-card"]'
    ]
  ]),
  ...ofRule("RegistryMatch", [
    ["a mismatch passes", "Mismatch: ({ fields }) => differs(fields)", "Mismatch: () => Either.void"],
    ["an enterprise that is not on record passes", "NoRecord: cannotTell,", "NoRecord: () => Either.void,"],
    [
      "an enterprise that is not covered is told to be wrong",
      "NotSupported: cannotTell,",
      "NotSupported: () => differs(),"
    ],
    [
      "a save of what is not on record offers another method",
      'verdict._tag === "NoRecord" ? differs()',
      'verdict._tag === "NoRecord" ? cannotTell()'
    ]
  ]),
  ...ofRule("RegistryMismatchRemedies", [
    ["the bank is recommended before the IC card", '["UseIcCard", "UseBankUkey"]', '["UseBankUkey", "UseIcCard"]']
  ]),
  ...ofRule("IdCardElements", [
    ["the name need not be one", "if (wrongName !== undefined)", "if (wrongName === null)"],
    ["the number need not be one", "if (wrongNumber !== undefined)", "if (wrongNumber === null)"],
    ["the dates need not be dates", "if (wrongDate !== undefined)", "if (wrongDate === null)"],
    ["the end is asked as the beginning", "validFrom: from,", "validFrom: to,"],
    [
      "a document of another kind is asked about",
      'VerificationChannel.check("id-card", document)',
      'VerificationChannel.check("bank-card", document)'
    ]
  ]),
  ...ofRule("CtidRemedies", [
    ["a mismatch passes", "Mismatch: () => notMatched(false)", "Mismatch: () => Either.void"],
    [
      "a card that is not on record passes",
      "NoRecord: () => Either.left(new PersonNotOnRecord())",
      "NoRecord: () => Either.void"
    ],
    [
      "a card that may not be on record is not sent to the app",
      "MismatchOrNoRecord: () => notMatched(true)",
      "MismatchOrNoRecord: () => notMatched(false)"
    ],
    ["there is no way to the bank card", ': ["OpenCtid", "SwitchToBankCard"]', ': ["OpenCtid"]']
  ]),
  ...ofRule("BankCardOwnership", [
    ["somebody else's card will do", "Mismatch: notMatched,", "Mismatch: () => Either.void,"],
    ["a frozen card will do", "Unusable: ({ state }) => unusable(state)", "Unusable: () => Either.void"],
    [
      "why a card is unusable is not told",
      "Unusable: ({ state }) => unusable(state)",
      'Unusable: () => unusable("not-supported")'
    ]
  ]),
  ...ofRule("LockedFields", [
    ["another name may be typed", 'return "name"', "return undefined"],
    [
      "another document may be typed",
      "if (given.document === undefined || same",
      "if (given.name === undefined || same"
    ],
    ["an administrator may leave the enterprise", 'role === "administrator" &&', 'role === "operator" && false &&'],
    ["nobody may change the enterprise", 'role === "administrator" &&', ""]
  ]),
  ...ofRule("GrantedLevel", [
    [
      "every method gives the IC card's level",
      "policy.certification.levels[method]",
      'policy.certification.levels["ic-card"]'
    ],
    ["no method gives a level", "policy.certification.levels[method]", '"none"']
  ])
]
