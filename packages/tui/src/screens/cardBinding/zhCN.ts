export const zhCN = {
  title: "绑卡",
  about: "绑定后可以插卡登录这个账号. 须是本企业的卡, 一张卡只能绑一个账号.",
  states: { none: "没有绑卡", bound: "已绑卡", voided: "绑卡已失效, 需要重新绑卡" },
  now: "现在",
  bind: "绑卡",
  bound: "绑卡完成",
  unbind: "解除绑卡",
  unbound: "已解除绑卡",
  question: "解除后不能再插卡登录. 再按一次 F8 确认",
  notBound: "没有绑卡",
  pad: "读卡器或控件自己要密码的, 这里空着, 到那里输入.",
  working: "正在读卡"
}

export type CardBindingWords = typeof zhCN
