import type { WorldInput } from "../world/World.js"
import { personas } from "./Persona.js"

type PersonInput = NonNullable<WorldInput["people"]>[string]

/** County 9999 is not assigned in any province, so a resident ID with it was never issued to anybody. */
const residentId = (number: string) => ({ type: "resident-id", number })

/** Synthetic people; no number here can be anybody's. */
export const people = personas<PersonInput>()({
  zhangWei: {
    purpose: {
      zh: "一切资料正确；既是法定代表人，又是账号归属人",
      en: "Everything right; legal representative and account holder in one"
    },
    rules: ["R-56", "R-63"],
    data: {
      name: "张伟",
      document: residentId("119999198006150116"),
      validity: { from: "20160301", to: "20360301" },
      mobile: "13800000001",
      bankCard: "6299990000000000012"
    }
  },
  liNa: {
    purpose: {
      zh: "身份证信息正确，但不在可信身份认证平台中；银行卡可用",
      en: "ID correct but not in CTID; the bank card works"
    },
    rules: ["R-58", "R-59"],
    data: {
      name: "李娜",
      document: residentId("11999919900307022X"),
      validity: { from: "20180420", to: "20380420" },
      mobile: "13800000002",
      bankCard: "6299990000000000020",
      ctid: false
    }
  },
  wangFang: {
    purpose: { zh: "持中国护照，只能用银行卡认证", en: "Passport holder: goes to the bank card by itself" },
    rules: ["R-23", "R-60", "R-64"],
    data: {
      name: "王芳",
      document: { type: "passport", number: "EA0000003" },
      mobile: "13800000003",
      bankCard: "6299990000000000038"
    }
  },
  zhaoQiang: {
    purpose: { zh: "身份证已挂失", en: "ID card reported lost" },
    rules: ["R-56"],
    data: {
      name: "赵强",
      document: residentId("119999197508200334"),
      validity: { from: "20100601", to: "20300601" },
      mobile: "13800000004",
      bankCard: "6299990000000000046",
      lost: true
    }
  },
  chenJing: {
    purpose: { zh: "银行卡被冻结", en: "Frozen bank card" },
    rules: ["R-61", "R-61a"],
    data: {
      name: "陈静",
      document: residentId("119999198802140445"),
      validity: { from: "20150910", to: "20350910" },
      mobile: "13800000005",
      bankCard: "6299990000000000053",
      bankCardState: "frozen"
    }
  },
  linYong: {
    purpose: { zh: "身份证长期有效", en: "ID card without expiry" },
    rules: ["R-56", "R-57"],
    data: {
      name: "林勇",
      document: residentId("119999196001010553"),
      validity: { from: "20080101", to: "00000000" },
      mobile: "13800000006",
      bankCard: "6299990000000000061"
    }
  },
  zhouMin: {
    purpose: { zh: "身份证已过有效期", en: "ID card that has run out" },
    rules: ["R-56", "R-57"],
    data: {
      name: "周敏",
      document: residentId("119999198510010665"),
      validity: { from: "20110801", to: "20210801" },
      mobile: "13800000007",
      bankCard: "6299990000000000079"
    }
  },
  alim: {
    purpose: { zh: "姓名带间隔号，身份证号以 X 结尾", en: "Middle dot in the name, X at the end of the number" },
    rules: ["R-56"],
    data: {
      name: "阿力木·买买提",
      document: residentId("11999919920505077X"),
      validity: { from: "20190505", to: "20390505" },
      mobile: "13800000008",
      bankCard: "6299990000000000087"
    }
  },
  wangHong: {
    purpose: { zh: "姓名含扩展区汉字", en: "A character outside the Basic Multilingual Plane in the name" },
    rules: ["R-56"],
    data: {
      name: "王𬭎",
      document: residentId("119999199512120918"),
      validity: { from: "20140220", to: "20240220" },
      mobile: "13800000009",
      bankCard: "6299990000000000095"
    }
  },
  olgaPetrova: {
    purpose: { zh: "持外国人永久居留身份证（新版）", en: "Foreigner's permanent residence card, new edition" },
    rules: ["R-60", "R-64"],
    data: {
      name: "PETROVA OLGA",
      document: { type: "foreigner-pr", number: "911999197704170111" },
      mobile: "13800000010",
      bankCard: "6299990000000000103"
    }
  },
  johnSmith: {
    purpose: { zh: "持外国人永久居留身份证（旧版）", en: "Foreigner's permanent residence card, old edition" },
    rules: ["R-60", "R-64"],
    data: {
      name: "SMITH JOHN",
      document: { type: "foreigner-pr", number: "USA119970010199" },
      mobile: "13800000011",
      bankCard: "6299990000000000111"
    }
  },
  chanTaiMan: {
    purpose: { zh: "持港澳居民来往内地通行证", en: "Mainland travel permit of a Hong Kong resident" },
    rules: ["R-24", "R-60"],
    data: {
      name: "陈大文",
      document: { type: "hk-macao-permit", number: "H00000012" },
      mobile: "13800000012",
      bankCard: "6299990000000000129"
    }
  },
  linMeiHua: {
    purpose: { zh: "持台湾居民来往大陆通行证", en: "Mainland travel permit of a Taiwan resident" },
    rules: ["R-60"],
    data: {
      name: "林美华",
      document: { type: "taiwan-permit", number: "00000013" },
      mobile: "13800000013",
      bankCard: "6299990000000000137"
    }
  },
  hoKaYan: {
    purpose: { zh: "持港澳台居民居住证", en: "Residence permit, numbered like a resident ID" },
    rules: ["R-60", "R-64"],
    data: {
      name: "何嘉欣",
      document: { type: "hmt-residence", number: "810000198909090114" },
      mobile: "13800000014",
      bankCard: "6299990000000000145"
    }
  },
  xuHui: {
    purpose: { zh: "事业单位的法定代表人", en: "Legal representative of a public institution" },
    rules: ["R-54", "R-55"],
    data: {
      name: "徐慧",
      document: residentId("119999197809301104"),
      validity: { from: "20120315", to: "20320315" },
      mobile: "13800000015",
      bankCard: "6299990000000000152"
    }
  },
  sunLei: {
    purpose: { zh: "误用对公账户卡", en: "Tries with a corporate card" },
    rules: ["R-61a"],
    data: {
      name: "孙磊",
      document: residentId("119999198207041311"),
      validity: { from: "20170707", to: "20370707" },
      mobile: "13800000016",
      bankCard: "6299990000000000160",
      bankCardState: "corporate"
    }
  },
  huYan: {
    purpose: { zh: "不在可信身份认证平台中，也没有银行卡", en: "Neither in CTID nor with a bank card" },
    rules: ["R-15", "R-59", "R-77"],
    data: {
      name: "胡艳",
      document: residentId("119999199308181422"),
      validity: { from: "20200818", to: "20400818" },
      mobile: "13800000017",
      ctid: false
    }
  },
  zhuTao: {
    purpose: { zh: "年轻操作员，身份证十年有效", en: "Young operator, card for ten years" },
    rules: ["R-57", "R-76"],
    data: {
      name: "朱涛",
      document: residentId("119999200403011531"),
      validity: { from: "20200401", to: "20300401" },
      mobile: "13800000018",
      bankCard: "6299990000000000186"
    }
  },
  gaoXin: {
    purpose: { zh: "已吊销企业的法定代表人", en: "Legal representative of a revoked enterprise" },
    rules: ["R-55"],
    data: {
      name: "高新",
      document: residentId("119999197007171715"),
      validity: { from: "20160717", to: "00000000" },
      mobile: "13800000019",
      bankCard: "6299990000000000194"
    }
  },
  heFang: {
    purpose: { zh: "前任法定代表人", en: "Former legal representative" },
    rules: ["R-54"],
    data: {
      name: "何芳",
      document: residentId("119999196804231800"),
      validity: { from: "20140423", to: "00000000" },
      mobile: "13800000020",
      bankCard: "6299990000000000202"
    }
  },
  zhangWeiToo: {
    purpose: { zh: "与另一人同名的张伟", en: "Another person of the same name" },
    rules: ["R-24", "R-54"],
    data: {
      name: "张伟",
      document: residentId("119999199104022112"),
      validity: { from: "20180402", to: "20380402" },
      mobile: "13800000021",
      bankCard: "6299990000000000210"
    }
  },
  maLi: {
    purpose: { zh: "公务普通护照", en: "Passport for public affairs" },
    rules: ["R-23", "R-49"],
    data: {
      name: "马丽",
      document: { type: "passport", number: "PE0000022" },
      mobile: "13800000022",
      bankCard: "6299990000000000228"
    }
  },
  annaMueller: {
    purpose: {
      zh: "外国护照的法定代表人，不能用法定代表人认证",
      en: "Legal representative with a foreign passport: that method is closed"
    },
    rules: ["R-23", "R-49"],
    data: {
      name: "MUELLER ANNA",
      document: { type: "passport", number: "C00000023" },
      mobile: "13800000023",
      bankCard: "6299990000000000236"
    }
  },
  dengPing: {
    purpose: { zh: "企业管理员", en: "Administrator of an enterprise" },
    rules: ["R-71", "R-73"],
    data: {
      name: "邓平",
      document: residentId("119999198301112411"),
      validity: { from: "20130111", to: "20330111" },
      mobile: "13800000024",
      bankCard: "6299990000000000244"
    }
  },
  yangFan: {
    purpose: { zh: "在两家企业各有账号", en: "An account in each of two enterprises" },
    rules: ["R-24", "R-47"],
    data: {
      name: "杨帆",
      document: residentId("119999199611112518"),
      validity: { from: "20171111", to: "20271111" },
      mobile: "13800000025",
      bankCard: "6299990000000000251"
    }
  }
})

export type PersonaName = keyof typeof people
