import { StaffRole } from "@single-window/core"

/** Who acts, as `as` names it. */
export type ActorName =
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly username: string }
  | { readonly kind: "card"; readonly card: string }
  | { readonly kind: "staff"; readonly name: string; readonly role: string }
  | { readonly kind: "system"; readonly name: string }

export const staffRoles: ReadonlyArray<string> = StaffRole.literals

export const isStaffRole = (role: string): role is StaffRole => staffRoles.includes(role)

/** Reads `as`; left out, nobody has logged in. */
export const actorName = (text: string | undefined): ActorName => {
  if (text === undefined || text === "anonymous") return { kind: "anonymous" }
  const [, kind, rest = ""] = /^(card|staff|system):(.*)$/.exec(text) ?? []
  switch (kind) {
    case "card":
      return { kind, card: rest }
    case "system":
      return { kind, name: rest }
    case "staff": {
      const slash = rest.lastIndexOf("/")
      return slash < 0
        ? { kind, name: rest, role: "" }
        : { kind, name: rest.slice(0, slash), role: rest.slice(slash + 1) }
    }
    default:
      return { kind: "user", username: text }
  }
}
