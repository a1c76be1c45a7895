import * as fc from "fast-check"

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"
const word = (extra: string) => fc.stringOf(fc.constantFrom(...letters, ...extra), { minLength: 1, maxLength: 12 })

/** An address at a domain that is kept for examples. RFC 2606. */
export const email: fc.Arbitrary<string> = fc
  .tuple(word("._+-"), fc.constantFrom("example.com", "example.org", "mail.example.net"))
  .map(([local, domain]) => `${local}@${domain}`)
