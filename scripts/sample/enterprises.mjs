/**
 * The invented enterprises. Every name holds 示例 (example), and every organization code begins with XN (虚拟, made up), which is
 * not issued. Those `onRecord` are known to the registry of the demo world; the others are not.
 */
const rows = [
  ["beijing", "110101", "91", "北京示例云帆贸易有限公司", { formerly: "北京示例云帆商贸有限公司" }],
  ["shanghai", "310115", "91", "上海示例申港国际物流有限公司"],
  ["guangzhou", "440106", "91", "示例南粤（广州）进出口有限公司"],
  ["shenzhen", "440305", "91", "深圳示例鹏程供应链管理有限公司"],
  ["qingdao", "370202", "91", "青岛示例海岳食品有限公司", { formerly: "青岛示例海岳水产有限公司" }],
  ["tianjin", "120116", "91", "天津示例津门报关有限公司"],
  ["hangzhou", "330106", "91", "杭州示例西泠电子商务有限公司"],
  ["xiamen", "350206", "91", "厦门示例鹭江石材有限公司"],
  ["chengdu", "510107", "12", "成都示例检验检测研究院", { kind: "public-institution" }],
  ["dalian", "210204", "91", "大连示例渤海船务有限公司", { status: "revoked" }],
  ["ningbo", "330206", "91", "宁波示例甬江化工有限公司"],
  ["suzhou", "320505", "91", "苏州示例太湖精密制造有限公司"],
  ["wuhan", "420106", "91", "武汉示例楚天机电有限公司"],
  ["chongqing", "500112", "91", "重庆示例渝北汽车配件有限公司"],
  ["xian", "610113", "91", "西安示例长安果业有限公司"],
  ["nanning", "450102", "93", "南宁示例邕江农产品专业合作社"],
  ["kunming", "530102", "91", "昆明示例滇池花卉有限公司"],
  ["urumqi", "650102", "91", "乌鲁木齐示例天山纺织有限公司"],
  ["harbin", "230102", "91", "哈尔滨示例松花江木业有限公司"],
  ["fuzhou", "350102", "91", "福州示例闽江水产（集团）有限公司"],
  ["haikou", "460106", "91", "海口示例椰风旅游用品有限公司"],
  ["yantai", "370602", "91", "烟台示例芝罘葡萄酒有限公司"],
  ["zhuhai", "440402", "91", "珠海示例香洲电器有限公司"],
  ["yiwu", "330782", "92", "义乌市示例小百货商行"],
  ["dongguan", "441900", "91", "东莞示例松山玩具有限公司"]
]
const known = 10

export const enterprises = ({ unifiedSocialCreditCheckCharacter, organizationCheckCharacter }) =>
  rows.map(([key, region, kind, name, rest = {}], index) => {
    const body = `XN${String(1001 + index * 37).padStart(6, "0")}`
    const organizationCode = body + organizationCheckCharacter(body)
    const seventeen = kind + region + organizationCode
    return {
      key,
      region,
      name,
      organizationCode,
      unifiedSocialCreditCode: seventeen + unifiedSocialCreditCheckCharacter(seventeen),
      onRecord: index < known,
      ...rest
    }
  })
