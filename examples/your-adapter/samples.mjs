// 测试环境里有什么：套件照此提问。 What the test system holds; the suite asks by it.
import { Effect } from "effect"
import { breakNext, timesAsked } from "./source.mjs"

const question = (name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName, number) => ({
  enterprise: { name, unifiedSocialCreditCode, organizationCode, legalRepresentativeName },
  legalRepresentativeDocument: { type: "resident-id", number }
})
const blue = ["宁波示例蓝海贸易有限公司", "91330200XXXX00318W", "XXXX00318", "陈示例", "119999198001010018"]
const hill = ["宁波示例远山物流有限公司", "91330200XXXX00326P", "XXXX00326", "罗示例", "119999198202020028"]
const elements = [
  "name",
  "unifiedSocialCreditCode",
  "organizationCode",
  "legalRepresentativeName",
  "legalRepresentativeDocument"
]
const mixed = elements.map((element, at) => ({ element, question: question(...blue.with(at, hill[at])) }))

export const samples = {
  match: [question(...blue), question(...hill)],
  mismatch: mixed,
  mixed: mixed.map(({ question }) => question),
  noRecord: [question("宁波示例无名有限公司", "91500100XXXX00123Y", "XXXX00123", "赵示例", "119999198505050056")],
  notSupported: [question("宁波示例检测研究所", "12330200XXXX00334P", "XXXX00334", "许示例", "119999198303030030")],
  unusable: [question("宁波示例旧港贸易有限公司", "91330200XXXX00342D", "XXXX00342", "吴示例", "119999198404040043")],
  outage: Effect.sync(breakNext),
  timesAsked: Effect.sync(timesAsked)
}
