import { type BankCode, banks, type PortName, type Verdict } from "@single-window/core"
import * as World from "../world/answers.js"
import type { CardPersonaName } from "./cards.js"
import type { CatalogueRow } from "./catalogue.js"
import type { EnterprisePersonaName } from "./enterprises.js"
import type { PersonaName } from "./people.js"
import { personasWorld } from "./personasWorld.js"
import { bankCardFactors, idCardElements, registryQuestion } from "./questions.js"

/** What a port says when it is asked about a persona with everything typed rightly. */
export interface PortAnswer {
  readonly port: PortName
  readonly asked: { readonly zh: string; readonly en: string }
  /** A verdict's or a refusal's tag, and in brackets what it says more. */
  readonly answer: string
}

const said = (verdict: Verdict | World.Undeclared): string => {
  if (verdict === World.undeclared) return "NoRecord"
  if (verdict._tag === "Mismatch") return `Mismatch (${(verdict.fields ?? []).join(", ")})`
  return verdict._tag === "Unusable" ? `Unusable (${verdict.state})` : verdict._tag
}

/** A number with a right check digit that is nobody's, for those who have no card and try one all the same. */
const nobodysCard = "6299990000000000178"

const aboutPerson = (key: PersonaName): ReadonlyArray<PortAnswer> => {
  const factors = bankCardFactors(key)
  const hasCard = factors.cardNumber !== ""
  return [
    {
      port: "id-card",
      asked: { zh: "身份证四项", en: "four elements of the ID card" },
      answer: said(World.idCardAnswer(personasWorld, idCardElements(key)))
    },
    {
      port: "bank-card",
      asked: hasCard
        ? { zh: "银行卡四项", en: "four factors of the bank card" }
        : { zh: "任一银行卡", en: "any bank card" },
      answer: said(World.bankCardAnswer(personasWorld, hasCard ? factors : { ...factors, cardNumber: nobodysCard }))
    }
  ]
}

const customer = (key: EnterprisePersonaName, bank: BankCode): PortAnswer | undefined => {
  const onFile = World.customersOf(personasWorld, bank).get(key)
  if (onFile === undefined) return undefined
  const { name, organizationCode, unifiedSocialCreditCode } = onFile
  return {
    port: "bank-ukey",
    asked: { zh: `${bank} 网银 UKEY`, en: `${bank} UKEY` },
    answer: [name, unifiedSocialCreditCode, organizationCode].filter((value) => value !== undefined).join(" ")
  }
}

const aboutEnterprise = (key: EnterprisePersonaName): ReadonlyArray<PortAnswer> => {
  const whole = registryQuestion(key)
  const ask = (question: typeof whole, stale = false) => said(World.registryAnswer(personasWorld, question, stale))
  const current = ask(whole)
  const behind = ask(whole, true)
  return [
    {
      port: "registry",
      asked: { zh: "企业信息四项", en: "the enterprise's four fields" },
      answer: ask({ enterprise: whole.enterprise })
    },
    {
      port: "registry",
      asked: { zh: "四项及法定代表人证件", en: "with the legal representative's document" },
      answer: current
    },
    ...(behind === current
      ? []
      : [
          {
            port: "registry" as const,
            asked: { zh: "同上，登记信息滞后时", en: "the same, while registry-stale" },
            answer: behind
          }
        ]),
    ...banks.flatMap(({ code }) => customer(key, code) ?? [])
  ]
}

/** YYYYMMDD: the day of the manual, on which every persona is what its purpose says. */
export const personasDay = "20220510"

const aboutCard = (key: CardPersonaName): ReadonlyArray<PortAnswer> => {
  const { holder, kind, trusted, validTo } = personasWorld.cards[key]
  const answer =
    validTo < personasDay
      ? `CardExpired (${validTo})`
      : trusted
        ? `${kind} (${holder === undefined ? "no holder" : personasWorld.people[holder]?.name})`
        : "CardNotTrusted"
  return [{ port: "card", asked: { zh: "密码正确", en: "the right PIN" }, answer }]
}

/** What each port says of a persona, computed from the world it lives in. */
export const answersAbout = ({ key, kind }: Pick<CatalogueRow, "key" | "kind">): ReadonlyArray<PortAnswer> => {
  if (kind === "person") return aboutPerson(key as PersonaName)
  return kind === "enterprise" ? aboutEnterprise(key as EnterprisePersonaName) : aboutCard(key as CardPersonaName)
}
