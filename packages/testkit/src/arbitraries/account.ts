import {
  type Account,
  AccountId,
  type CardBinding,
  type Certification,
  FacetState,
  Method,
  type MethodPassed,
  Origin,
  type Remedy,
  Role,
  type RuleId,
  remedies,
  ruleIds,
  SecurityLevel
} from "@single-window/core"
import * as fc from "fast-check"
import { enterprise } from "./enterprise.js"
import { holder } from "./holder.js"
import { mobileNumber } from "./mobileNumber.js"
import { username } from "./username.js"

export const accountId: fc.Arbitrary<AccountId> = fc
  .stringOf(fc.constantFrom(..."0123456789abcdefghijklmnopqrstuvwxyz"), { minLength: 16, maxLength: 16 })
  .map((text) => AccountId.make(`acct-${text}`))

export const securityLevel: fc.Arbitrary<SecurityLevel> = fc.constantFrom(...SecurityLevel.literals)
export const remedy: fc.Arbitrary<Remedy> = fc.constantFrom(...remedies)
export const ruleId: fc.Arbitrary<RuleId> = fc.constantFrom(...ruleIds)
export const method: fc.Arbitrary<Method> = fc.constantFrom(...Method.literals)
export const role: fc.Arbitrary<Role> = fc.constantFrom(...Role.literals)
export const origin: fc.Arbitrary<Origin> = fc.constantFrom(...Origin.literals)

const passed: fc.Arbitrary<MethodPassed> = fc.record({
  method,
  level: fc.constantFrom("low" as const, "medium" as const, "high" as const),
  at: fc.integer({ min: 0, max: 2_000_000_000_000 })
})

const certified: fc.Arbitrary<Certification> = fc
  .uniqueArray(passed, { minLength: 1, maxLength: 3, selector: ({ method }) => method })
  .map((methods) => ({
    enterprise: { state: "valid", by: methods[0]!.method, at: methods[0]!.at },
    holder: { state: "valid", by: methods[0]!.method, at: methods[0]!.at },
    methods
  }))

/** Every way in which the two facets can stand; methods are there only while both do. */
export const certification: fc.Arbitrary<Certification> = fc.oneof(
  certified,
  fc
    .tuple(fc.constantFrom(...FacetState.literals), fc.constantFrom(...FacetState.literals))
    .filter(([a, b]) => a !== "valid" || b !== "valid")
    .map(
      ([enterprise, holder]): Certification => ({
        enterprise: { state: enterprise },
        holder: { state: holder },
        methods: []
      })
    )
)

export const cardBinding: fc.Arbitrary<CardBinding> = fc.oneof(
  fc.constant({ state: "none" as const }),
  fc.constant({ state: "voided" as const }),
  fc.constant({ state: "bound" as const, cardNumber: "JJ00000000001", kind: "operator" as const, at: 0 })
)

/** An account whose information is complete on 10 May 2022, of any role, origin and standing; `parts` fixes some of it. */
export const account = (parts: Partial<{ [Key in keyof Account]: fc.Arbitrary<Account[Key]> }> = {}) =>
  fc.record<Account>({
    id: accountId,
    username,
    role,
    origin,
    deleted: fc.constant(false),
    enterprise,
    holder,
    mobile: mobileNumber,
    email: fc.constant("someone@example.com"),
    logIn: fc.constant({ failures: 0, failuresInAll: 0, hardLocked: false, epoch: 0 }),
    certification,
    cardBinding,
    attempts: fc.constant({}),
    smsSent: fc.constant([]),
    answeredBankRequests: fc.constant([]),
    administratorAssisted: fc.constant(false),
    createdAt: fc.constant(0),
    ...parts
  } as { [Key in keyof Required<Account>]: fc.Arbitrary<Account[Key]> })
