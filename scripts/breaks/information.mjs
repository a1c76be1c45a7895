// Breaks of the rules of §1 to §2.4: who it is for, and putting the information right.
import { ofRule } from "./Break.mjs"

export const information = [
  ...ofRule("CertificationScope", [
    ["an account of any origin may certify", "if (!isInScope(account, policy)) ", "if (false) "],
    [
      "whoever is certified may not go higher",
      "policy.scope.allowHigherLevel && rank",
      "!policy.scope.allowHigherLevel && rank"
    ],
    [
      "whoever is certified may certify again by a method of the same level",
      "levels[method]) > rank(level)",
      "levels[method]) >= rank(level)"
    ]
  ]),
  ...ofRule("ProfileCompleteness", [
    ["what is wrong with the enterprise goes unseen", "...enterpriseProblems(account.enterprise, policy)", "...[]"],
    ["what is wrong with the holder goes unseen", "...holderProblems(account.holder, policy, today)", "...[]"],
    [
      "an ID card needs no dates",
      'document.type === "resident-id" ? validityProblems',
      'document.type === "" ? validityProblems'
    ],
    [
      "of the two kinds of information only one is named",
      'if (found.some(({ about }) => about === "holder"))',
      'if (actions.length === 0 && found.some(({ about }) => about === "holder"))'
    ],
    [
      "incomplete information does not stop certifying",
      "return found.length === 0\n    ? Either",
      "return found.length >= 0\n    ? Either"
    ],
    [
      "who is out of scope is sent to certify",
      " && CertificationScope.isInScope(account, policy)",
      " && CertificationScope.isInScope({ ...account, origin: policy.scope.origins[0] ?? account.origin }, policy)"
    ]
  ]),
  ...ofRule("EnterpriseEntry", [
    [
      "a field that is wrong is taken",
      "if (problem !== undefined) return Either.left",
      "if (problem === undefined && false) return Either.left"
    ],
    ["a value is kept as it was typed", "next[field] = written(field, typed[field])", "next[field] = typed[field]"],
    [
      "a new enterprise may leave fields blank",
      "isBlankField(enterprise[field]))\n    return field === undefined",
      "isBlankField(enterprise[field]))\n    return field !== null"
    ],
    [
      "a USCC fills in nothing",
      "return Either.right(OrganizationCodeBackfill.fill(next))",
      "return Either.right({ enterprise: next, backfilled: [] })"
    ]
  ]),
  ...ofRule("EnterpriseEditLimit", [
    ["three of three may change", "now.length > editLimit && !firstEntry", "now.length > editLimit + 1 && !firstEntry"],
    ["only one of three may change", "now.length > editLimit && !firstEntry", "now.length >= editLimit && !firstEntry"],
    [
      "the name is not counted",
      '["name", "unifiedSocialCreditCode", "organizationCode"] as const',
      '["unifiedSocialCreditCode", "organizationCode"] as const'
    ],
    ["a first entry of all three is refused (D3)", "editLimit && !firstEntry", "editLimit"],
    [
      "what was last verified is not held on to (D1)",
      "return sinceVerified.length > editLimit",
      "return sinceVerified.length > 3"
    ]
  ]),
  ...ofRule("OrganizationCodeBackfill", [
    ["a USCC leaves the organization code as it is", "{ ...entered, organizationCode: part }", "{ ...entered }"],
    ["a filled-in code is not named", 'backfilled: ["organizationCode"] }', "backfilled: [] }"],
    [
      "an organization code may contradict the USCC (D4)",
      "return expected === undefined ?",
      "return expected !== null ?"
    ],
    [
      "a stored mismatch goes unseen",
      "mismatch(enterprise, policy) !== undefined",
      "mismatch(enterprise, policy) === null"
    ]
  ]),
  ...ofRule("EnterpriseCheckRemedies", [
    [
      "the administrator is not the first way out (R-15)",
      '["AskAdministrator", "CheckPublicitySystem", "Refill"',
      '["Refill", "CheckPublicitySystem", "AskAdministrator"'
    ],
    ["the fields that differ are not told", "fields === undefined ? {} : { fields }", "{}"]
  ]),
  ...ofRule("IdentityChangeVoids", [
    [
      "a change of identity voids no certification",
      '...certificationVoided(facets, "identity-changed")',
      '...certificationVoided([], "identity-changed")'
    ],
    ["a change of identity leaves the card bound", "...(cardBinding ?", "...(!cardBinding ?"],
    [
      "the same values in another form are a change",
      "changedHolderFields(account.holder, next).length === 0",
      "changedHolderFields(account.holder, next).length < 0"
    ],
    [
      "a change of the enterprise voids nothing (D7)",
      'stood.filter((facet) => facet === "enterprise")',
      "stood.filter(() => false)"
    ],
    [
      "a change of the enterprise voids the holder's facet too",
      'stood.filter((facet) => facet === "enterprise")',
      "stood"
    ]
  ]),
  ...ofRule("PassportIssuer", [
    ["a foreign passport is taken", "return problems.some(", "return !problems.every("],
    ["SAR passports are taken whatever policy says", "allowSar: policy.holder.allowSarPassports", "allowSar: true"],
    [
      "a representative is offered no other method (R-49)",
      'subject === "legal-representative" ? ["UseIcCard", "UseBankUkey"]',
      'subject === "legal-representative" ? ["Refill"]'
    ]
  ]),
  ...ofRule("DocumentUniqueness", [
    ["a document may be there twice", "return deleted || scope === undefined", "return true || scope === undefined"],
    ["a deleted account keeps its document", "return deleted || scope", "return scope"],
    [
      "documents are compared across enterprises",
      ": { scope, document: documentKey(holder.document) }",
      ': { scope: "", document: documentKey(holder.document) }'
    ],
    [
      "only the number is compared, not the type",
      "documentKey(holder.document) }",
      'documentKey({ ...holder.document, type: "passport" }) }'
    ],
    [
      "nobody is told before the verifier is asked",
      "return held !== undefined && others",
      "return held === null && others"
    ],
    ["an account is held against itself", "other.id !== account.id && repeats(other)", "repeats(other)"]
  ])
]
