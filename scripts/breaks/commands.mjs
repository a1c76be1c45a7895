// Breaks of what decides who may do what, and what must be kept though two do it at once.
import { ofCore } from "./Break.mjs"

export const commands = [
  ...ofCore(
    "commands/Permission",
    ["core/test/frontdoor/permissions"],
    [
      [
        "operators manage operators",
        '{ ...nobody, administrator: "enterprise",',
        '{ ...nobody, operator: "enterprise", administrator: "enterprise",'
      ],
      [
        "staff of any role correct and reveal",
        '{ ...nobody, supervisor: "any" }',
        '{ ...nobody, clerk: "any", viewer: "any", supervisor: "any" }'
      ]
    ]
  ),
  ...ofCore(
    "store/Claims",
    ["testkit/test/model/model"],
    [
      ["a user name may be there twice", "if (!account.deleted) claims.push(usernameClaim(account.username))", ""],
      [
        "an enterprise may have two administrators",
        'scope !== undefined && account.role === "administrator")',
        'scope === "" && account.role === "administrator")'
      ],
      [
        "a card opens two accounts",
        'if (account.cardBinding.state === "bound")',
        'if (account.cardBinding.state === "voided")'
      ],
      [
        "a migrated name is let go",
        'if (account.origin === "migrated") claims.push',
        'if (account.origin === "card") claims.push'
      ]
    ]
  )
]
