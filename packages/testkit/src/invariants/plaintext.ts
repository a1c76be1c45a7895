import type { Account, HeadRow } from "@single-window/core"

/** Long enough that a sealed text does not hold it by chance. */
const telling = (value: string | undefined): value is string =>
  value !== undefined && (value.length >= 8 || (value.length >= 2 && !/^[\x20-\x7e]*$/.test(value)))

/** What is somebody's in an account: names, numbers, telephones, addresses. */
const secretsOf = ({ holder, mobile, email, enterprise, password }: Account) =>
  [
    ["holder.name", holder.name],
    ["holder.document.number", holder.document.number],
    ["mobile", mobile],
    ["email", email],
    ["enterprise.legalRepresentativeName", enterprise.legalRepresentativeName],
    ["password", password?.hash]
  ] as const

/** As it is, and as it would stand in base64; of a short text that says too little to be told from chance. */
const spellings = (value: string): ReadonlyArray<string> => {
  const encoded = Buffer.from(value).toString("base64")
  return encoded.length < 16 ? [value] : [value, encoded.slice(0, -4)]
}

/** The first thing about a person that a row can be read for without the key; I-11. */
export const readableIn = (account: Account, head: HeadRow, bodies: ReadonlyArray<string>): string | undefined => {
  const { username: _, usernameKey: __, ...columns } = head
  const text = `${JSON.stringify(columns)}\n${bodies.join("\n")}`
  for (const [field, value] of secretsOf(account)) {
    if (!telling(value) || value === account.username) continue
    if (spellings(value).some((spelling) => text.includes(spelling))) return field
  }
  return undefined
}
