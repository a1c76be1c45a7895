import { administrator, cosmetic, fixable } from "./spoil.mjs"

const line = (entries) =>
  `{\n${Object.entries(entries)
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(",\n")}\n  }`

/** People whom the trusted-identity platform does not hold (R-59), and one whose bank card is frozen. */
const notInCtid = new Set(["pengcheng88", "jyyjy001"])
const frozenCard = "bohai_cw"

const cards = {
  "beijing-legal-person": { enterprise: "beijing", holder: "rep-beijing", kind: "legal-person", validTo: "20391231" },
  "beijing-operator": { enterprise: "beijing", holder: "yunfan02", kind: "operator", validTo: "20391231" },
  "shanghai-legal-person": {
    enterprise: "shanghai",
    holder: "rep-shanghai",
    kind: "legal-person",
    validTo: "20391231"
  },
  "guangzhou-legal-person": {
    enterprise: "guangzhou",
    holder: "rep-guangzhou",
    kind: "legal-person",
    validTo: "20391231"
  },
  "guangzhou-operator": { enterprise: "guangzhou", holder: "南粤报检01", kind: "operator", validTo: "20391231" },
  "shenzhen-expired": { enterprise: "shenzhen", holder: "rep-shenzhen", kind: "operator", validTo: "20211231" },
  "qingdao-legal-person": { enterprise: "qingdao", holder: "rep-qingdao", kind: "legal-person", validTo: "20391231" },
  "tianjin-unknown-kind": { enterprise: "tianjin", holder: "@jinmen", kind: "unknown", validTo: "20391231" },
  "xiamen-not-trusted": {
    enterprise: "xiamen",
    holder: "rep-xiamen",
    kind: "legal-person",
    validTo: "20391231",
    trusted: false
  }
}

const banks = (enterprises) => ({
  CCB: ["beijing", "shanghai", "guangzhou", "tianjin", "xiamen", "chengdu"],
  ABC: ["shanghai", "shenzhen", "hangzhou"],
  CMBC: [
    "hangzhou",
    { enterprise: "qingdao", onFile: { name: enterprises.find(({ key }) => key === "qingdao").formerly } }
  ]
})

/** What the registry, the trusted-identity platform, the banks and the card makers know of the first ten enterprises. */
export const world = (enterprises, { representatives, made }) => {
  const known = enterprises.filter(({ onRecord }) => onRecord)
  const people = {}
  for (const { key } of known) people[`rep-${key}`] = representatives.get(key)
  for (const { enterprise, kind, person, truth } of made) {
    if (!enterprise.onRecord || !(kind in cosmetic || kind in fixable || kind in administrator)) continue
    people[truth.username] = {
      ...person,
      ...(notInCtid.has(truth.username) ? { ctid: false } : {}),
      ...(truth.username === frozenCard ? { bankCardState: "frozen" } : {})
    }
  }
  const records = {}
  for (const { key, name, unifiedSocialCreditCode, organizationCode, formerly, kind, status } of known) {
    records[key] = {
      name,
      unifiedSocialCreditCode,
      organizationCode,
      legalRepresentative: `rep-${key}`,
      ...(kind === undefined ? {} : { kind }),
      ...(status === undefined ? {} : { status }),
      ...(formerly === undefined ? {} : { formerly: { name: formerly } })
    }
  }
  const cardsMade = Object.fromEntries(
    Object.entries(cards).map(([key, card], index) => [
      key,
      { number: `JJ${String(index + 1).padStart(11, "0")}`, ...card, pin: "12345678" }
    ])
  )
  return `{
  "people": ${line(people)},
  "enterprises": ${line(records)},
  "cards": ${line(cardsMade)},
  "banks": ${line(banks(enterprises))}
}
`
}
