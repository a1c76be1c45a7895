import { administrator, cosmetic, duplicate, fixable, invalid } from "./spoil.mjs"

const typeNames = {
  "resident-id": ["身份证", "居民身份证", "二代身份证", "resident-id"],
  passport: ["护照", "中国护照"],
  "hk-macao-permit": ["港澳居民来往内地通行证", "回乡证"],
  "taiwan-permit": ["台湾居民来往大陆通行证", "台胞证"],
  "hmt-residence": ["港澳台居民居住证"],
  "foreigner-pr": ["外国人永久居留身份证"]
}

const kinds = { ...cosmetic, ...fixable, ...administrator, ...duplicate, ...invalid }

/** What a kind of row needs the person to be like, so that it shows what it should. */
const wants = {
  lowerCase: { endsWithX: true },
  spelledOutDates: { longTerm: true },
  dotInName: { name: "阿依努尔·买买提" },
  reversedDates: { young: true }
}

/** The rows that the demonstration and the scenarios speak of, by enterprise: user name, kind, and what its holder must be like. */
const cast = [
  ["beijing", "ciq_bj_001", "staleAndNoOrganizationCode", {}],
  ["beijing", "yunfan02", "plain", {}],
  ["shanghai", "sg-wuliu.07", "plain", {}],
  ["guangzhou", "南粤报检01", "halfBrackets", {}],
  ["shenzhen", "pengcheng88", "fullWidthCodes", {}],
  ["qingdao", "hyfood", "formerName", {}],
  ["qingdao", "hy_bg_03", "noHolderName", {}],
  ["tianjin", "@jinmen", "dashedDates", {}],
  ["tianjin", "jinmen02", "hyphenated", { type: "hk-macao-permit" }],
  ["hangzhou", "xiling01", "nobody", {}],
  ["hangzhou", "xl02", "plain", { type: "passport" }],
  ["xiamen", "ljsc_1", "foreignPassport", { type: "foreigner-pr" }],
  ["chengdu", "jyyjy001", "plain", {}],
  ["dalian", "bohai_cw", "plain", {}]
]

/** How many rows of each kind there are in all, the cast included. */
const deck = {
  plain: 20,
  hyphenated: 9,
  lowerCase: 7,
  fullWidthCodes: 7,
  fullWidthNumber: 7,
  halfBrackets: 3,
  dashedDates: 8,
  dottedDates: 6,
  spelledOutDates: 6,
  countryCode: 6,
  blanksAround: 7,
  dotInName: 1,
  formerName: 3,
  noOrganizationCode: 6,
  noCreditCode: 6,
  noRepresentative: 6,
  mistypedCreditCode: 4,
  otherOrganizationCode: 3,
  mistypedOrganizationCode: 2,
  lostCharacters: 3,
  noEnterprise: 2,
  staleAndNoOrganizationCode: 1,
  noHolderName: 4,
  noDocumentType: 4,
  noDocumentNumber: 3,
  mistypedNumber: 4,
  fifteenDigits: 4,
  reversedDates: 3,
  expired: 2,
  noEnd: 1,
  noDates: 1,
  impossibleDate: 1,
  foreignPassport: 4,
  foreignPassportOfDigits: 2,
  hongKongPassport: 3,
  macaoPassport: 2,
  officerCard: 3,
  otherDocument: 2,
  nobody: 2,
  beyondEditing: 2,
  sameNumberFullWidth: 4,
  sameNumberLowerCase: 3,
  sameNumberSpaced: 3,
  reissuedPermit: 1,
  sameNumberOtherCodes: 3,
  upperCaseName: 4,
  sameName: 2,
  noUsername: 2,
  blankUsername: 1,
  hiddenInUsername: 1,
  noSource: 1,
  bellInName: 1,
  tabInEnterprise: 1,
  endlessNumber: 1,
  fewerCells: 1,
  moreCells: 1
}

/** Some holders have another document than an identity card; the kinds that need none in particular take turns with these. */
const otherTypes = ["passport", "hk-macao-permit", "taiwan-permit", "hmt-residence", "foreigner-pr", "passport"]
const takesAnyDocument = new Set(["plain", "hyphenated", "countryCode", "blanksAround", "noOrganizationCode"])

const sources = ["ciq", "ciq", "ciq", "local:GD", "local:SH", "local:SD", "local:ZJ", "local:BJ"]
const remarks = [
  "",
  "",
  "原检系统迁移",
  "地方平台迁移",
  "报检员，2019 年迁入",
  "历史账号，资料未核对",
  '备注："待补资料"',
  "双岗, 报关与报检"
]

const usernameStyles = [
  (enterprise, count) => `ciq_${enterprise.key.slice(0, 2)}_${String(count).padStart(3, "0")}`,
  (enterprise, count) => `${enterprise.key}${String(count).padStart(2, "0")}`,
  (enterprise, count) => `${enterprise.key.slice(0, 2)}${count}`,
  (_enterprise, count) => `报检员${String(count).padStart(3, "0")}`,
  (enterprise, count) => `${enterprise.key.slice(0, 3).toUpperCase()}-${1000 + count}`,
  (enterprise, count) => `${enterprise.key}.bg${count}`
]

/** Duplicates that fit few rows are placed first. */
const hardest = ["sameNumberLowerCase", "reissuedPermit"]

/** The deck dealt out: the cast first at its enterprises, then the rest, duplicates last so that there is something to be like. */
const dealt = (random, enterprises) => {
  const left = Object.entries(deck).flatMap(([kind, count]) =>
    Array.from({ length: count - cast.filter((row) => row[2] === kind).length }, () => kind)
  )
  const others = random.shuffled(left.filter((kind) => !(kind in duplicate)))
  const duplicates = random.shuffled(left.filter((kind) => kind in duplicate))
  const slots = []
  for (let at = 0; at < cast.length + left.length; at++) {
    const enterprise = enterprises[at % enterprises.length]
    const round = Math.floor(at / enterprises.length)
    const [, username, kind, want] = cast.filter(([key]) => key === enterprise.key)[round] ?? []
    slots.push({ enterprise, ...(kind === undefined ? { kind: others.shift() } : { kind, username, want }) })
  }
  return { slots, duplicates: duplicates.sort((a, b) => hardest.indexOf(b) - hardest.indexOf(a)) }
}

/** Whether a row can be the one that a duplicate of this kind is like: it is stored, and shows the difference in spelling. */
const canBeLike = {
  sameNumberFullWidth: () => true,
  sameNumberLowerCase: ({ person }) => /[A-Z]/.test(person.document.number),
  sameNumberSpaced: ({ person }) => person.document.type === "resident-id",
  reissuedPermit: ({ person }) => person.document.type === "hk-macao-permit",
  sameNumberOtherCodes: () => true,
  upperCaseName: ({ row }) => /[a-z]/.test(row.username),
  sameName: () => true
}

/** The rows of the sample with the truth about each: who holds the account, of which enterprise. */
export const rows = (random, enterprises, newPerson) => {
  const representatives = new Map(enterprises.map(({ key }) => [key, newPerson({ longTerm: true })]))
  const { slots, duplicates } = dealt(random, enterprises)
  const made = []
  const free = (enterprise, kind) =>
    made.find(
      (row) =>
        row.enterprise === enterprise &&
        row.kind in cosmetic &&
        canBeLike[kind](row) &&
        !made.some((other) => other.like === row)
    )

  for (const { enterprise, kind: given, username, want } of slots) {
    const count = made.length + 1
    const chosen = given ?? duplicates.find((kind) => free(enterprise, kind) !== undefined)
    if (chosen === undefined) throw new Error(`row ${count}: no duplicate fits ${enterprise.key}`)
    if (given === undefined) duplicates.splice(duplicates.indexOf(chosen), 1)
    const like = chosen in duplicate ? free(enterprise, chosen) : undefined
    const type =
      takesAnyDocument.has(chosen) && count % 6 === 0 ? otherTypes[(count / 6) % otherTypes.length] : undefined
    const person = newPerson({ ...(type === undefined ? {} : { type }), ...wants[chosen], ...want })
    const truth = {
      username: username ?? random.pick(usernameStyles)(enterprise, count),
      source: random.pick(sources),
      enterpriseName: enterprise.name,
      unifiedSocialCreditCode: enterprise.unifiedSocialCreditCode,
      organizationCode: enterprise.organizationCode,
      legalRepresentativeName: representatives.get(enterprise.key).name,
      holderName: person.name,
      documentType: random.pick(typeNames[person.document.type]),
      documentNumber: person.document.number,
      validFrom: person.validity?.from ?? "",
      validTo: person.validity?.to ?? "",
      mobile: person.mobile,
      email: `user${String(count).padStart(3, "0")}@example.com`,
      remark: random.pick(remarks)
    }
    const other = enterprises[(enterprises.indexOf(enterprise) + 1) % enterprises.length]
    const row = kinds[chosen](truth, { enterprise, other, count, first: like?.row })
    made.push({ enterprise, kind: chosen, like, person, truth, row })
  }
  return { representatives, made }
}
