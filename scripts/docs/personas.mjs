// docs/personas.md: the synthetic people, enterprises and cards of the testkit, and what each port answers about them.

import { documentTypes } from "../../packages/core/dist/identifiers/index.js"
import { messages } from "../../packages/core/dist/index.js"
import { Personas } from "../../packages/testkit/dist/index.js"
import { bilingual, generatedFrom, row, table } from "./table.mjs"

const { answersAbout, catalogue, personasDay, personasWorld: world } = Personas

const code = (text) => `\`${text}\``
const or = (...texts) => texts.filter((text) => text !== undefined && text !== "").join("<br>")

const answered = (persona) =>
  answersAbout(persona)
    .map(({ port, asked, answer }) => `${code(port)} ${asked.zh} ${asked.en}: **${answer}**`)
    .join("<br>")

const validity = (period) => (period === undefined ? undefined : `${period.from}–${period.to}`)

const details = {
  person: (key) => {
    const { document, validity: period, mobile, bankCard } = world.people[key]
    return [or(document.type, code(document.number), validity(period)), or(mobile, bankCard)]
  },
  enterprise: (key) => {
    const { unifiedSocialCreditCode, organizationCode, legalRepresentative } = world.enterprises[key]
    return [or(code(unifiedSocialCreditCode), code(organizationCode)), code(legalRepresentative)]
  },
  card: (key) => {
    const { enterprise, holder, pin, validTo } = world.cards[key]
    return [or(code(enterprise), holder === undefined ? undefined : code(holder)), or(code(pin), validTo)]
  }
}

const heads = {
  person: ["证件 Document", "手机、银行卡 Mobile, bank card"],
  enterprise: ["代码 Codes", "法定代表人 Legal representative"],
  card: ["企业、归属人 Enterprise, holder", "密码、有效期 PIN, valid to"]
}

const list = (kind) =>
  table(
    ["键 Key", "名称 Name", "用途 Purpose", "规则 Rules", ...heads[kind], "各端口的回答 What each port answers"],
    catalogue
      .filter((persona) => persona.kind === kind)
      .map((persona) =>
        row(
          code(persona.key),
          persona.name,
          bilingual(persona.purpose),
          persona.rules.join(" "),
          ...details[kind](persona.key),
          answered(persona)
        )
      )
  )

export const document = () => `${generatedFrom("packages/testkit/src/personas")}

# 人物 · Personas

测试用的虚构人物、企业和卡介质，每一个都有自己的用途。号码的校验位都对，可以照样填写，但不会是任何人的：身份证号的地区码 119999
没有分配给任何地方，组织机构代码以 \`XXXX\` 开头，银行卡号以 \`629999\` 开头。

Synthetic people, enterprises and cards for tests, each with a purpose of its own. Every check digit is right, so the numbers can be typed
as they stand, and none is anybody's: no place has the area code 119999, and no organization code begins with \`XXXX\`.

在代码里：\`World.layer(Personas.personasWorld)\`；键即此处的“键”。回答以 ${personasDay} 当日、所有内容填写正确为准。模拟端口只认识这里登记的人和企业，
其他一律是 \`NoRecord\`。

In code: \`World.layer(Personas.personasWorld)\`, where the keys are those below. The answers are those of ${personasDay} with everything typed
rightly. The mocks know these and nobody else: whoever is not declared is \`NoRecord\`.

## 人员 · People

${list("person")}

证件类型 Document types: ${documentTypes.map(code).join(" ")}

## 企业 · Enterprises

\`bank-ukey\` 的回答是银行留存的信息，没有这一行的企业在任何银行都没有对公账户。

What \`bank-ukey\` answers is what the bank has on file; an enterprise without such a line has no corporate account anywhere.

${list("enterprise")}

## 卡介质 · Cards

${list("card")}

## 端口 · Ports

${table(
  ["端口 Port", "名称 Name"],
  ["registry", "id-card", "bank-card", "bank-ukey", "card"].map((name) =>
    row(code(name), or(messages.zh.ports[name], messages.en.ports[name]))
  )
)}
`
