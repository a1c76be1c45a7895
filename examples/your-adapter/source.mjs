// 某省登记系统测试环境的替身：一个查询接口，四种答复。换成您自己的测试环境即可。
// Stands in for a provincial registry's test system: one query, four answers. Put your own test system here.
const records = [
  ["宁波示例蓝海贸易有限公司", "91330200XXXX00318W", "XXXX00318", "陈示例", "119999198001010018", "00"],
  ["宁波示例远山物流有限公司", "91330200XXXX00326P", "XXXX00326", "罗示例", "119999198202020028", "00"],
  ["宁波示例检测研究所", "12330200XXXX00334P", "XXXX00334", "许示例", "119999198303030030", "02"],
  ["宁波示例旧港贸易有限公司", "91330200XXXX00342D", "XXXX00342", "吴示例", "119999198404040043", "03"]
]

let queries = 0
let down = false

/** 00 一致 as on record · 01 不一致或查无 not so, or not known · 02 不在核验范围 not covered · 03 已吊销 revoked */
export const query = async (name, uscc, organizationCode, representative, documentNumber) => {
  queries++
  if (down) {
    down = false
    throw new Error("503 Service Unavailable")
  }
  const found = records.find(
    (record) =>
      record[0] === name &&
      record[1] === uscc &&
      record[2] === organizationCode &&
      record[3] === representative &&
      (documentNumber === undefined || record[4] === documentNumber)
  )
  return found?.[5] ?? "01"
}

/** 下一次查询失败 The next query fails. */
export const breakNext = () => {
  down = true
}

export const timesAsked = () => queries
