import * as fc from "fast-check"

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗欧阳司马诸葛上官".match(/欧阳|司马|诸葛|上官|./gu) ?? []
const given = [
  "伟",
  "娜",
  "秀英",
  "敏",
  "静",
  "丽",
  "强",
  "磊",
  "洋",
  "艳",
  "勇",
  "军",
  "杰",
  "娟",
  "涛",
  "明",
  "超",
  "兰",
  "霞",
  "平"
]
const turkic = ["阿卜杜拉", "买买提", "古丽娜尔", "艾尔肯", "热依汗", "帕提古丽", "吐尔逊", "库尔班"]
const latin = [
  "ZHANG WEI",
  "O'BRIEN, MARY",
  "José García",
  "Nguyễn Văn An",
  "JEAN-PIERRE DUPONT",
  "J. R. SMITH JR.",
  "Żółć Øre"
]

/** A rare ideograph of each extension B to I, as it stands in real names of places and people. */
export const rareIdeographs: ReadonlyArray<string> = [
  ...["\u{20000}", "\u{20bb7}", "\u{2a6d6}"],
  ...["\u{2a700}", "\u{2b740}", "\u{2b820}", "\u{2ceb0}", "\u{2ebf0}", "\u{30000}", "\u{31350}"],
  ...["\u3400", "\u4dae", "\u9fa6", "\u9fff", "\u3007", "\u3005"]
]

/** Names that must be accepted, several hundred: common, compound, rare, with a middle dot, Latin. */
export const goodPersonNames: ReadonlyArray<string> = [
  ...surnames.flatMap((surname) => given.map((name) => surname + name)),
  ...surnames.flatMap((surname) => rareIdeographs.map((rare) => surname + rare)),
  ...turkic.flatMap((first) => turkic.filter((last) => last !== first).map((last) => `${first}·${last}`)),
  ...latin
]

/** A made-up person's name. */
export const personName: fc.Arbitrary<string> = fc.constantFrom(...goodPersonNames)

/** A made-up name in Latin letters, as it stands in a passport. */
export const latinPersonName: fc.Arbitrary<string> = fc.constantFrom(...latin)
