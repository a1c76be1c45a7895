import type { EnterpriseWords } from "./zhCN.js"

export const en: EnterpriseWords = {
  title: "Edit the enterprise",
  fields: {
    name: "Chinese name",
    unifiedSocialCreditCode: "Social credit code",
    organizationCode: "Organization code",
    legalRepresentativeName: "Representative"
  },
  now: "Now",
  next: "Change to (empty = keep)",
  none: "(empty)",
  marks: { changed: "changed", filled: "filled", locked: "locked", free: "free" },
  used: (used, limit) => `${used} / ${limit} changes used`,
  first: "first entry: all three may be filled in",
  lockedFields: (names) => `Locked: ${names} (F8 takes a change back and unlocks)`,
  over: (over) => `${over} too many, F8 takes one back`,
  filledIn: "Organization code filled in from characters 9-17; it counts if it differs",
  expected: (code) => `The organization code should be ${code} (characters 9-17)`,
  seat: "An administrator stays with its enterprise: the organization code is locked",
  sinceVerified: (count) => `${count} fields differ from those last verified: too many`,
  agrees: "The organization code is characters 9-17 of the social credit code",
  problem: (field, problem) => `${field}: ${problem}`,
  free: "The representative's name may change and is not counted",
  save: "Save and verify",
  undoOne: "undo one",
  undoAll: "undo all",
  nothing: "Nothing is changed",
  unsaved: (count) => (count === 1 ? "1 change not saved" : `${count} changes not saved`),
  registry: "On saving, the registry is asked about the enterprise",
  preview: {
    title: "Before saving",
    change: (field, before, after) => `${field}:  ${before}  becomes  ${after}`,
    filled: (field, after) => `${field}:  filled in as ${after}`,
    nothing: "Nothing would change, so nothing is saved",
    voids: "Void after saving, to be done again:",
    voidsNothing: "No certification and no card binding becomes void",
    reopens: "The certification under way goes back to its first step",
    abandons: "The bank UKEY certification under way ends and must be started again",
    cannotAsk: "The registry cannot be asked now; it is asked again on saving",
    back: "Go on editing",
    save: "Save"
  },
  voided: {
    "enterprise-certification": "certification of the enterprise",
    "holder-certification": "certification of the holder",
    "card-binding": "the card binding"
  },
  saved: {
    title: "The enterprise is saved",
    changed: (fields) => `Changed: ${fields}`,
    filled: (fields) => `Filled in: ${fields}`,
    voided: (what) => `Void now: ${what}`,
    nothingVoided: "No certification and no card binding became void",
    done: "Done"
  }
}
