import * as fc from "fast-check"

const places = ["北京", "上海", "浙江", "广东", "内蒙古", "新疆维吾尔自治区"]
const marks = ["示例", "样本", "𠮷祥", "阿卜杜拉·买买提", "A&B", "7-11", "O'Neill", "测试甲", "某某"]
const trades = ["贸易", "国际货运代理", "供应链管理（集团）", "科技（北京）", "进出口"]
const forms = ["有限公司", "股份有限公司", "有限责任公司上海分公司", "合伙企业（有限合伙）"]

/** Names that must be accepted, several hundred. */
export const goodEnterpriseNames: ReadonlyArray<string> = [
  ...places.flatMap((place) =>
    marks.flatMap((mark) => trades.flatMap((trade) => forms.map((form) => place + mark + trade + form)))
  ),
  "Example Trading Co., Ltd. Beijing Representative Office"
]

/** A made-up enterprise's name. */
export const enterpriseName: fc.Arbitrary<string> = fc.constantFrom(...goodEnterpriseNames)
