// Breaks of the rules of §2.5.6 and §3: certification by a bank UKEY, and what an administrator does for operators.
import { ofRule } from "./Break.mjs"

export const banksAndOperators = [
  ...ofRule("SupportedBank", [
    ["any bank will do", "bank !== undefined && policy.certification.banks.includes(bank)", "bank !== undefined"],
    ["no bank will do", "policy.certification.banks.includes(bank)", "false"]
  ]),
  ...ofRule("BankAnswerScope", [
    ["another enterprise's answer will do", "return same ? Either.right", "return true ? Either.right"],
    [
      "the name decides beside an equal code",
      "comparable.every(([theirs, own]) => theirs === own) : sameName",
      "comparable.every(([theirs, own]) => theirs === own) && sameName : sameName"
    ],
    ["a name that differs is not reported", 'told.name !== "" && !sameName })', "false })"]
  ]),
  ...ofRule("AdministratorRequired", [
    [
      "no enterprise has an administrator",
      'administrator?.role === "administrator" && !administrator.deleted',
      'administrator?.role === "operator" && !administrator.deleted'
    ],
    ["the seat is always vacant", "isLive(administrator) ? Either.left", "false ? Either.left"],
    ["the address for registering is not told", "address: REGISTRATION_ADDRESS", 'address: ""']
  ]),
  ...ofRule("EnterpriseMatchesAdministrator", [
    ["an account of other information is managed", "return fields.length === 0 ?", "return fields.length >= 0 ?"],
    ["the representative's name is never compared", "&& !policy.operators.compareLegalRepresentativeName", ""],
    [
      "the representative's name is compared whatever policy says",
      "&& !policy.operators.compareLegalRepresentativeName",
      "&& false"
    ]
  ]),
  ...ofRule("OperatorManagement", [
    [
      "an operator card manages",
      'entrance === "legal-person" ||',
      'entrance === "legal-person" || entrance === "operator" ||'
    ],
    ["a legal-person card does not manage", 'entrance === "legal-person" ||', ""],
    ["an administrator's user name does not manage", '|| entrance === "password"', ""],
    ["an administrator can be deleted", 'target.id === self || target.role === "administrator"', "false"],
    [
      "accounts of any origin are deleted and reset",
      "policy.operators.manageableOrigins.includes(target.origin)",
      "true"
    ]
  ]),
  ...ofRule("UsernameFormat", [
    ["a name migrated to another enterprise is free", "if (isMigrated && !isOurs)", "if (false)"],
    ["a migrated name is not exempt from the format", "const checked = isExempt ?", "const checked = false ?"],
    ["any name is exempt from the format", "const checked = isExempt ?", "const checked = true ?"],
    [
      "a name like a migrated one is exempt as well (R-77)",
      "isOurs && checkMigratedUsername(username).normalized === ledger.exactName",
      "isOurs"
    ]
  ]),
  ...ofRule("InitialPassword", [
    [
      "the initial password need not be changed",
      'mustChange === true && command !== "ChangePassword"',
      "mustChange === null"
    ],
    [
      "the initial password cannot be changed either",
      'mustChange === true && command !== "ChangePassword"',
      "mustChange === true"
    ],
    ["eight eights are a new password", "if (next === EIGHT_EIGHTS || next === normalized(initial))", "if (false)"],
    ["the current password is a new password", "if (next === normalized(current))", "if (false)"]
  ])
]
