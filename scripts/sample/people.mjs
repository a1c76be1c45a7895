/**
 * The invented people. Their identity numbers end in the sequence codes 996 to 999, which were set aside for people over a
 * hundred years old, behind dates of birth from 1958 to 1990: a number that no living person should hold.
 */
const surnames = Array.from("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓冯")
const given =
  "文博 雨桐 思源 海涛 静怡 子墨 晓峰 雅琴 志远 云舒 建新 明月 立群 晨曦 佳禾 向东 若兰 启航 春晖 一帆 可欣 国栋 雪梅 景行 知秋 长青 慧敏 浩然 书瑶 振宇".split(
    " "
  )
const unusual = [
  "欧阳思源",
  "阿卜杜拉·买买提",
  "司马云舒",
  "古丽娜尔·艾山江",
  "诸葛一帆",
  "刘䶮",
  "上官知秋",
  "慕容长青"
]
const regions = ["110101", "310115", "440106", "330106", "370202", "120116", "420106", "510107", "610113", "350206"]

const digits = (value, length) => String(value).padStart(length, "0")

const luhn = (body) => {
  let sum = 0
  for (let index = 0; index < body.length; index++) {
    const value = Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return body + ((10 - (sum % 10)) % 10)
}

/** Gives a new person at every call, each with the document asked for. */
export const people = (random, { identityCheckCharacter }) => {
  const numbers = new Set()
  const names = new Set()
  let count = 0

  const nameOf = () => {
    if (count % 25 === 7) return unusual[Math.floor(count / 25) % unusual.length]
    for (;;) {
      const name = random.pick(surnames) + random.pick(given)
      if (!names.has(name)) {
        names.add(name)
        return name
      }
    }
  }

  const identityNumber = (prefixes, accepts) => {
    for (;;) {
      const birth = `${1958 + random.int(33)}${digits(1 + random.int(12), 2)}${digits(1 + random.int(28), 2)}`
      const body = `${random.pick(prefixes)}${birth}${996 + random.int(4)}`
      const number = body + identityCheckCharacter(body)
      if (!numbers.has(number) && accepts(number)) {
        numbers.add(number)
        return number
      }
    }
  }

  const validityOf = (number) => {
    const year = 2017 + random.int(5)
    const day = `${digits(1 + random.int(12), 2)}${digits(1 + random.int(28), 2)}`
    const from = `${year}${day}`
    const longTerm = year - Number(number.slice(6, 10)) > 46
    return { from, to: longTerm ? "00000000" : `${year + 20}${day}` }
  }

  const documents = {
    "resident-id": (want) => {
      const ends = want.endsWithX === true ? (number) => number.endsWith("X") : () => true
      const young = want.young === true ? (number) => number.slice(6, 10) >= "1978" : () => true
      const old = want.longTerm === true ? (number) => number.slice(6, 10) <= "1968" : () => true
      return identityNumber(regions, (number) => ends(number) && young(number) && old(number))
    },
    passport: () => `EX${digits(100 + count * 7, 7)}`,
    "hk-macao-permit": () => `${count % 2 === 0 ? "H" : "M"}${digits(10_000 + count * 13, 8)}01`,
    "taiwan-permit": () => digits(20_000 + count * 17, 8),
    "hmt-residence": () => identityNumber(["810000", "820000", "830000"], () => true),
    "foreigner-pr": () => identityNumber(["911392", "931840"], () => true)
  }

  return (want = {}) => {
    count++
    const type = want.type ?? "resident-id"
    const number = documents[type](want)
    return {
      name: want.name ?? nameOf(),
      document: { type, number },
      ...(type === "resident-id" ? { validity: validityOf(number) } : {}),
      mobile: `1380000${digits(1000 + count, 4)}`,
      bankCard: luhn(`622700${digits(900_000 + count, 12)}`)
    }
  }
}
