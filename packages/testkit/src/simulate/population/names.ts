import type { Random } from "../Random.js"

const surnames = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕")
const given = Array.from("伟芳娜敏静丽强磊洋艳勇军杰娟涛明超兰霞平刚桂英华建文玲辉力永健世广志义兴良海山仁波宁")
const turkic = ["阿卜杜拉", "买买提", "古丽娜尔", "艾尔肯", "热依汗", "吐尔逊", "库尔班", "帕提古丽"]
const latin = ["PETROVA OLGA", "SMITH JOHN", "TANAKA KEIKO", "MÜLLER ANNA", "KIM MINSU", "DUBOIS JEAN-PIERRE"]

/** A made-up person's name. */
export const personName = (random: Random): string => {
  if (random.chance(0.02)) return `${random.pick(turkic)}·${random.pick(turkic)}`
  return random.pick(surnames) + random.pick(given) + (random.chance(0.7) ? random.pick(given) : "")
}

export const foreignName = (random: Random): string => random.pick(latin)

const places = ["北京", "上海", "深圳", "广州", "天津", "青岛", "宁波", "厦门", "大连", "苏州", "武汉", "成都"]
const trades = ["贸易", "国际货运代理", "供应链管理", "进出口", "报关服务", "机电设备", "食品", "化工"]
const institutes = ["检验检测中心", "农业科学研究所", "人民医院", "职业技术学院"]
const numerals = Array.from("零一二三四五六七八九")

/** The number makes the name the only one of its kind, and plainly made up. */
const numbered = (number: number): string =>
  Array.from(String(number))
    .map((digit) => numerals[Number(digit)])
    .join("")

export const enterpriseName = (random: Random, number: number): string =>
  `${random.pick(places)}示例${numbered(number)}${random.pick(trades)}有限公司`

export const institutionName = (random: Random, number: number): string =>
  `${random.pick(places)}示例${numbered(number)}${random.pick(institutes)}`
