import * as Schema from "effect/Schema"
import { Setting } from "../scenario/Scenario.js"

/** The small world that the model knows by heart: enough of each kind for every rule to bite. */
export const people = {
  zhang: {
    name: "张伟",
    document: { type: "resident-id", number: "119999198006150116" },
    validity: { from: "20160301", to: "20360301" },
    mobile: "13800000001",
    bankCard: "6299990000000000012"
  },
  li: {
    name: "李娜",
    document: { type: "resident-id", number: "11999919900307022X" },
    validity: { from: "20180420", to: "20380420" },
    mobile: "13800000002",
    bankCard: "6299990000000000020",
    ctid: false
  },
  wang: {
    name: "王芳",
    document: { type: "passport", number: "EA0000003" },
    mobile: "13800000003",
    bankCard: "6299990000000000038"
  },
  ma: {
    name: "马丽",
    document: { type: "passport", number: "PE0000022" },
    mobile: "13800000022",
    bankCard: "6299990000000000228"
  },
  chen: {
    name: "陈静",
    document: { type: "resident-id", number: "119999198802140445" },
    validity: { from: "20150910", to: "20350910" },
    mobile: "13800000005",
    bankCard: "6299990000000000053",
    bankCardState: "frozen"
  },
  zhu: {
    name: "朱涛",
    document: { type: "resident-id", number: "119999200403011531" },
    validity: { from: "20200401", to: "20300401" },
    mobile: "13800000018",
    bankCard: "6299990000000000186"
  },
  deng: {
    name: "邓平",
    document: { type: "resident-id", number: "119999198301112411" },
    validity: { from: "20130111", to: "20330111" },
    mobile: "13800000024",
    bankCard: "6299990000000000244"
  }
} as const
export type Person = keyof typeof people
export const personNames = Object.keys(people) as ReadonlyArray<Person>

/** Dates that are well formed and not those on anybody's card. */
export const otherDates = { from: "20190909", to: "20390909" }

export const enterprises = {
  tongda: {
    name: "北京示例通达贸易有限公司",
    unifiedSocialCreditCode: "91110100XXXX000194",
    legalRepresentative: "zhang"
  },
  xinghai: {
    name: "北京示例星海物流有限公司",
    unifiedSocialCreditCode: "91110100XXXX00027Y",
    legalRepresentative: "li"
  }
} as const
export type Enterprise = keyof typeof enterprises
export const enterpriseNames = Object.keys(enterprises) as ReadonlyArray<Enterprise>

export const organizationCodeOf = (enterprise: Enterprise): string =>
  enterprises[enterprise].unifiedSocialCreditCode.slice(8, 17)

export const representativeOf = (enterprise: Enterprise): Person => enterprises[enterprise].legalRepresentative

export const cards = {
  legal: { number: "JJ99990000001", enterprise: "tongda", kind: "legal-person", pin: "20220501" },
  operator: { number: "JJ99990000002", enterprise: "tongda", kind: "operator", pin: "20220502" },
  other: { number: "JJ99990000006", enterprise: "xinghai", kind: "legal-person", pin: "20220506" }
} as const
export type Card = keyof typeof cards
export const cardNames = Object.keys(cards) as ReadonlyArray<Card>

export const initialPassword = "88888888"
export const passwords = ["Init#2022", "Own#2022x"] as const

/** Small numbers, so that every limit is reached within a short story. */
export const limits = {
  logIn: { attempts: 3, hardStop: 5, lockMinutes: 15 },
  certification: { attempts: 2, attemptWindowMinutes: 120, journeyMinutes: 30, bankRequestMinutes: 10 },
  sms: { attempts: 2, perDay: 4, validMinutes: 5, cooldownSeconds: 60 },
  password: { initialValidMinutes: 4320 }
}

/** User names that a story may use beside those that are there at the start. */
export const newUsernames = ["newuser1", "newuser2"] as const
export const migratedUsernames = ["mig_1", "mig_2"] as const
export const administratorOfXinghai = "xinghaiadmin"
export const malformedUsername = "x_1"

export const accountsAtStart = [
  { username: "tongdaadmin", role: "administrator", enterprise: "tongda", holder: "deng", password: "Init#2022" },
  { username: "ciq_a", source: "ciq", enterprise: "tongda", holder: "zhu", password: "Init#2022" },
  {
    username: "ciq_b",
    source: "ciq",
    enterprise: {
      name: enterprises.xinghai.name,
      unifiedSocialCreditCode: enterprises.tongda.unifiedSocialCreditCode,
      organizationCode: organizationCodeOf("tongda"),
      legalRepresentativeName: people.zhang.name
    },
    holder: "wang",
    password: "Init#2022"
  },
  { username: "ciq_c", source: "ciq", enterprise: "xinghai" },
  { username: "reg_a", origin: "registered", enterprise: "tongda", holder: "chen", password: "Init#2022" }
] as const

export const usernames: ReadonlyArray<string> = [
  ...accountsAtStart.map(({ username }) => username),
  ...newUsernames,
  ...migratedUsernames,
  administratorOfXinghai
]

/** The same as the beginning of a scenario file. */
export const settingInput = {
  title: "模型找到的最短情景",
  clock: "2022-05-10T09:00:00+08:00",
  policy: limits,
  people,
  enterprises,
  cards,
  accounts: accountsAtStart
}

export const setting: Setting = Schema.decodeUnknownSync(Setting, { onExcessProperty: "error" })(settingInput)
