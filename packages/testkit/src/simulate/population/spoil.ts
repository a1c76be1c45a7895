import type { Enterprise, MigratedRow } from "@single-window/core"
import type { EnterpriseOnRecord, Person } from "../../world/World.js"
import type { Random } from "../Random.js"
import { cardDates } from "./people.js"

type Cells = { -readonly [Column in keyof MigratedRow]?: string }
type Spoiling = readonly [probability: number, spoil: (cells: Cells, random: Random) => void]

/** One character other than it was, so that the check character no longer fits. */
const slipped = (text: string, random: Random): string => {
  const digits = Array.from(text).flatMap((character, at) => (/[0-9]/.test(character) ? [at] : []))
  if (digits.length === 0) return text
  const at = random.pick(digits)
  return text.slice(0, at) + String((Number(text.charAt(at)) + random.between(1, 9)) % 10) + text.slice(at + 1)
}

const blank =
  (...columns: ReadonlyArray<keyof Cells>) =>
  (cells: Cells) => {
    for (const column of columns) cells[column] = ""
  }

/** What older systems do to a row, each with its probability. */
const spoilings: ReadonlyArray<Spoiling> = [
  [0.08, blank("unifiedSocialCreditCode")],
  [0.08, blank("organizationCode")],
  [0.02, blank("unifiedSocialCreditCode", "organizationCode")],
  [0.02, blank("enterpriseName")],
  [0.01, blank("enterpriseName", "unifiedSocialCreditCode", "organizationCode")],
  [0.05, blank("legalRepresentativeName")],
  [
    0.03,
    (cells, random) => {
      cells.unifiedSocialCreditCode = slipped(cells.unifiedSocialCreditCode ?? "", random)
    }
  ],
  [
    0.02,
    (cells, random) => {
      cells.organizationCode = slipped(cells.organizationCode ?? "", random)
    }
  ],
  [0.05, blank("documentNumber")],
  [
    0.03,
    (cells, random) => {
      cells.documentNumber = slipped(cells.documentNumber ?? "", random)
    }
  ],
  [0.12, blank("validFrom", "validTo")],
  [
    0.08,
    (cells, random) => {
      if (cells.validFrom === undefined || cells.validFrom === "") return
      const { from, to } = cardDates(random, random.between(1999, 2009))
      cells.validFrom = from
      cells.validTo = to
    }
  ],
  [
    0.03,
    (cells) => {
      cells.holderName = `${cells.holderName ?? ""}一`
    }
  ],
  [0.02, blank("holderName", "documentType", "documentNumber", "validFrom", "validTo")],
  [
    0.01,
    (cells) => {
      cells.documentType = "军官证"
    }
  ],
  [0.05, blank("mobile")],
  [0.004, blank("username")]
]

/** What an account held when its data was still right: an older name, an older representative. */
const enterpriseCells = (
  record: EnterpriseOnRecord,
  representative: string,
  former: { readonly name: string; readonly representative: string } | undefined,
  random: Random
): Enterprise => ({
  name: former !== undefined && random.chance(0.7) ? former.name : record.name,
  unifiedSocialCreditCode: record.unifiedSocialCreditCode,
  organizationCode: record.organizationCode,
  legalRepresentativeName: former !== undefined && random.chance(0.5) ? former.representative : representative
})

export interface RowOf {
  readonly username: string
  readonly source: string
  readonly person: Person
  readonly record: EnterpriseOnRecord
  readonly representative: string
  readonly former: { readonly name: string; readonly representative: string } | undefined
}

/** The row in which an older system hands an account over. */
export const migratedRow = (
  { username, source, person, record, representative, former }: RowOf,
  random: Random
): MigratedRow => {
  const { name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName } = enterpriseCells(
    record,
    representative,
    former,
    random
  )
  const cells: Cells = {
    enterpriseName: name,
    unifiedSocialCreditCode,
    organizationCode,
    legalRepresentativeName,
    holderName: person.name,
    documentType: person.document.type,
    documentNumber: person.document.number,
    validFrom: person.validity?.from ?? "",
    validTo: person.validity?.to ?? "",
    mobile: person.mobile ?? "",
    email: `${username.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}@example.cn`
  }
  for (const [probability, spoil] of spoilings) if (random.chance(probability)) spoil(cells, random)
  return { ...cells, username: cells.username ?? username, source }
}
