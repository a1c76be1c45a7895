// Makes the sample of examples/: two hundred invented accounts in the state in which older systems hand them over, in two
// encodings, and the world that knows the truth about some of them. The same seed gives the same bytes. After a build:
//   node scripts/make-sample.mjs
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { enterprises } from "./sample/enterprises.mjs"
import { gb18030 } from "./sample/gb18030.mjs"
import { people } from "./sample/people.mjs"
import { seeded } from "./sample/random.mjs"
import { rows } from "./sample/rows.mjs"
import { world } from "./sample/world.mjs"

const seed = 20220510

const columns =
  "username,source,enterpriseName,unifiedSocialCreditCode,organizationCode,legalRepresentativeName,holderName,documentType,documentNumber,validFrom,validTo,mobile,email,remark".split(
    ","
  )

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const lineOf = ({ cells = 0, ...row }) => {
  const line = columns.map((column) => cell(row[column]))
  return (cells < 0 ? line.slice(0, cells) : [...line, ...Array.from({ length: cells }, () => "")]).join(",")
}

/** The rows with the truth behind each; `identifiers` is the core's own module of that name, whose check characters are used. */
export const sampleRows = (identifiers) => {
  const random = seeded(seed)
  const list = enterprises(identifiers)
  return { list, ...rows(random, list, people(random, identifiers)) }
}

/** The files by name. */
export const makeSample = (identifiers) => {
  const sample = sampleRows(identifiers)
  const csv = `${[columns.join(","), ...sample.made.map(({ row }) => lineOf(row))].join("\r\n")}\r\n`
  return {
    "migrated-accounts.csv": new TextEncoder().encode(csv),
    "migrated-accounts.gb18030.csv": gb18030()(csv),
    "demo-world.json": new TextEncoder().encode(world(sample.list, sample))
  }
}

/** What the command line's demonstration carries with it, so that it works from wherever it is installed. */
const carried = new Set(["demo-world.json", "migrated-accounts.csv"])

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const identifiers = await import("../packages/core/dist/identifiers/index.js")
  for (const [name, bytes] of Object.entries(makeSample(identifiers))) {
    writeFileSync(new URL(`../examples/${name}`, import.meta.url), bytes)
    if (carried.has(name)) writeFileSync(new URL(`../packages/tui/demo/${name}`, import.meta.url), bytes)
  }
}
