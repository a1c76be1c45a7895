import { type BankRequest, organizationPart, type PortName, type RegistryQuestion } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import {
  bankCardFactors,
  type EnterprisePersonaName,
  enterpriseOf,
  holderOf,
  idCardElements,
  type PersonaName,
  personasWorld,
  registryQuestion
} from "../../personas/index.js"
import type { FaultAnswer } from "../../world/fault.js"
import { WorldRuntime } from "../../world/WorldRuntime.js"
import type * as BankCard from "./bankCardVerifier.js"
import type * as BankUkey from "./bankUkeyGateway.js"
import type * as Captcha from "./captchaGate.js"
import type * as Reader from "./cardReader.js"
import type * as Registry from "./enterpriseRegistry.js"
import type * as IdCard from "./idCardVerifier.js"
import type * as Sms from "./smsSender.js"

const next = (port: PortName, answer: FaultAnswer) =>
  Effect.flatMap(WorldRuntime, (runtime) => runtime.fault(port, [answer]))

const hooks = (port: PortName) => ({
  outage: next(port, "unavailable"),
  quota: next(port, "limited"),
  late: { begin: next(port, "late"), pass: TestClock.adjust("1 minute") },
  timesAsked: Effect.flatMap(WorldRuntime, (runtime) => Effect.map(runtime.asked(port), (asked) => asked.length))
})

const undeclaredEnterprise = {
  name: "南京示例无名有限公司",
  unifiedSocialCreditCode: "91500100XXXX00123Y",
  organizationCode: "XXXX00123",
  legalRepresentativeName: "赵四"
}

const tongda = registryQuestion("tongda")
const xinghai = registryQuestion("xinghai")
const otherCode = undeclaredEnterprise.unifiedSocialCreditCode
const fixed = (change: Partial<RegistryQuestion["enterprise"]>): RegistryQuestion => ({
  ...tongda,
  enterprise: { ...tongda.enterprise, ...change }
})
const renamed = "北京示例通达国际贸易有限公司"

/** For a registry that has the personas' world on record. */
export const enterpriseRegistry: Registry.Samples<WorldRuntime> = {
  match: [tongda, xinghai, registryQuestion("cooperative"), { enterprise: enterpriseOf("institute") }],
  mismatch: [
    { question: fixed({ name: renamed }), element: "name" },
    { question: fixed({ unifiedSocialCreditCode: otherCode }), element: "unifiedSocialCreditCode" },
    { question: fixed({ organizationCode: organizationPart(otherCode) }), element: "organizationCode" },
    { question: fixed({ legalRepresentativeName: "张维" }), element: "legalRepresentativeName" },
    {
      // A namesake: only the number tells the two apart.
      question: { ...tongda, legalRepresentativeDocument: holderOf("zhangWeiToo").document },
      element: "legalRepresentativeDocument"
    }
  ],
  mixed: [
    { ...tongda, enterprise: { ...xinghai.enterprise, name: tongda.enterprise.name } },
    { ...xinghai, enterprise: tongda.enterprise }
  ],
  noRecord: [{ enterprise: undeclaredEnterprise }],
  notSupported: [registryQuestion("institute")],
  unusable: [registryQuestion("revoked")],
  ...hooks("registry"),
  change: {
    happens: Effect.flatMap(WorldRuntime, (runtime) =>
      runtime.change((world) => ({
        ...world,
        enterprises: { ...world.enterprises, tongda: { ...personasWorld.enterprises.tongda, name: renamed } }
      }))
    ),
    before: tongda,
    after: fixed({ name: renamed })
  }
}

const zhang = idCardElements("zhangWei")
const lin = idCardElements("linYong")

/** For an ID-card verifier that knows the personas. */
export const idCardVerifier: IdCard.Samples<WorldRuntime> = {
  match: [zhang, lin, idCardElements("alim"), idCardElements("wangHong")],
  mismatch: [
    { question: { ...zhang, name: "张维" }, element: "name" },
    { question: { ...zhang, validFrom: "20160302" }, element: "validFrom" },
    { question: { ...zhang, validTo: "20360302" }, element: "validTo" },
    { question: { ...zhang, validTo: "00000000" }, element: "validTo" }
  ],
  mixed: [
    { ...zhang, number: lin.number },
    { ...lin, number: zhang.number },
    { ...zhang, validFrom: lin.validFrom, validTo: lin.validTo },
    { ...zhang, number: idCardElements("zhangWeiToo").number }
  ],
  noRecord: [idCardElements("liNa"), { ...zhang, name: "赵四", number: "119999199409222916" }],
  notSupported: [{ ...zhang, name: "何嘉欣", number: "810000198909090114" }],
  unusable: [idCardElements("zhaoQiang")],
  ...hooks("id-card"),
  change: {
    happens: Effect.flatMap(WorldRuntime, (runtime) =>
      runtime.change((world) => ({
        ...world,
        people: {
          ...world.people,
          zhangWei: { ...personasWorld.people.zhangWei, validity: { from: "20220301", to: "20420301" } }
        }
      }))
    ),
    before: zhang,
    after: { ...zhang, validFrom: "20220301", validTo: "20420301" }
  }
}

const withCard = bankCardFactors("zhangWei")
const another = bankCardFactors("liNa")

/** For a bank-card verifier that knows the personas. */
export const bankCardVerifier: BankCard.Samples<WorldRuntime> = {
  match: [withCard, another, bankCardFactors("wangFang")],
  mismatch: [
    { question: { ...withCard, name: "张维" }, element: "name" },
    { question: { ...withCard, document: holderOf("zhangWeiToo").document }, element: "document" },
    { question: { ...withCard, cardNumber: "6299990000000000178" }, element: "cardNumber" },
    { question: { ...withCard, mobile: "13800000099" }, element: "mobile" }
  ],
  mixed: [
    { ...withCard, cardNumber: another.cardNumber },
    { ...withCard, cardNumber: another.cardNumber, mobile: another.mobile },
    { ...another, name: withCard.name, document: withCard.document }
  ],
  noRecord: [
    {
      name: "赵四",
      document: { type: "resident-id", number: "119999199409222916" },
      cardNumber: "6299990000000000178",
      mobile: "13800000099"
    }
  ],
  unusable: [bankCardFactors("chenJing"), bankCardFactors("sunLei")],
  ...hooks("bank-card"),
  change: {
    happens: Effect.flatMap(WorldRuntime, (runtime) =>
      runtime.change((world) => ({
        ...world,
        people: { ...world.people, zhangWei: { ...personasWorld.people.zhangWei, mobile: "13800000098" } }
      }))
    ),
    before: withCard,
    after: { ...withCard, mobile: "13800000098" }
  }
}

/** For a gateway whose messages land in the world's inbox. */
export const smsSender: Sms.Samples<WorldRuntime> = {
  mobiles: ["13800000001", "13800000002"],
  inbox: (mobile) =>
    Effect.flatMap(WorldRuntime, (runtime) =>
      Effect.map(runtime.smsSent, (sent) => sent.filter((sms) => sms.mobile === mobile).map(({ code }) => code))
    ),
  outage: next("sms", "unavailable"),
  quota: next("sms", "limited")
}

export const captchaGate: Captcha.Samples<WorldRuntime> = {
  solve: ({ id }) => Effect.flatMap(WorldRuntime, (runtime) => runtime.answerCaptcha(id)),
  pass: TestClock.adjust("2 minutes"),
  outage: next("captcha", "unavailable")
}

const card = (key: keyof typeof personasWorld.cards & string): Reader.CardSample<WorldRuntime> => {
  const made = personasWorld.cards[key]
  if (made === undefined) throw new Error(`no card ${key}`)
  const enterprise = enterpriseOf(made.enterprise as EnterprisePersonaName)
  const holder = made.holder === undefined ? undefined : holderOf(made.holder as PersonaName)
  return {
    insert: Effect.flatMap(WorldRuntime, (runtime) => runtime.insert(key)),
    pin: made.pin,
    proves: {
      number: made.number,
      kind: made.kind,
      organizationCode: enterprise.organizationCode,
      enterpriseName: enterprise.name,
      validTo: made.validTo,
      ...(holder === undefined ? {} : { holderName: holder.name, holderDocumentNumber: holder.document.number })
    }
  }
}

/** For a reader into which the personas' cards can be put. */
export const cardReader: Reader.Samples<WorldRuntime> = {
  card: card("tongdaLegalPerson"),
  other: card("xinghaiOperator"),
  unknownKind: card("tongdaUnknown"),
  expired: card("tongdaExpired"),
  untrusted: card("tongdaForged"),
  remove: Effect.flatMap(WorldRuntime, (runtime) => runtime.remove),
  triesLeft: Effect.flatMap(WorldRuntime, (runtime) => runtime.pinTriesLeft("tongdaLegalPerson")),
  today: "20220510",
  outage: next("card", "unavailable"),
  controlMissing: Effect.flatMap(WorldRuntime, (runtime) => runtime.setReader("control-missing")),
  readerMissing: Effect.flatMap(WorldRuntime, (runtime) => runtime.setReader("reader-missing"))
}

const bankRequest = (number: number, bank: string, enterprise: EnterprisePersonaName): BankRequest => ({
  requestId: `conformance-${number}`,
  bank,
  account: `acct-${String(number).padStart(16, "0")}`,
  enterprise: enterpriseOf(enterprise),
  nonce: String(number).repeat(32),
  expiresAt: 4_000_000_000_000
})

/** For a gateway whose banks are the world's. */
export const bankUkeyGateway: BankUkey.Samples<WorldRuntime> = {
  requests: [bankRequest(1, "CCB", "tongda"), bankRequest(2, "CMBC", "cooperative")],
  comesBack: ({ requestId }, how) => Effect.flatMap(WorldRuntime, (runtime) => runtime.bankReturn(requestId, how)),
  onFile: {
    name: "北京示例通达贸易有限公司",
    unifiedSocialCreditCode: "91110100XXXX000194",
    organizationCode: "XXXX00019"
  },
  otherBank: "ABC",
  hosts: ["ccb.bank.example", "cmbc.bank.example"],
  outage: next("bank-ukey", "unavailable")
}
