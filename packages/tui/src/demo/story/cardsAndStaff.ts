import type { Chapter } from "../Step.js"

/** Log-in by card, what staff do, and the journal of it all. */
export const cardsAndStaff: ReadonlyArray<Chapter> = [
  {
    title: { zh: "卡介质登录", en: "Log-in by card" },
    steps: [
      {
        title: { zh: "卡没有绑定账号", en: "A card that is bound to no account" },
        as: "anonymous",
        do: "LogInWithCard",
        before: { insert: "beijing-operator" },
        refused: "CardNotBound"
      },
      { title: { zh: "绑定操作员卡", en: "An operator card is bound" }, as: "yunfan02", do: "BindCard" },
      { title: { zh: "用操作员卡登录", en: "Log-in by operator card" }, as: "anonymous", do: "LogInWithCard" },
      {
        title: { zh: "操作员卡不能管理操作员", en: "An operator card manages no operators" },
        as: "card:beijing-operator",
        do: "DeleteOperator",
        with: { account: "be76" },
        refused: "OperatorCardCannotManage"
      },
      {
        title: { zh: "过期的卡", en: "An expired card" },
        as: "anonymous",
        do: "LogInWithCard",
        before: { insert: "shenzhen-expired" },
        refused: "CardExpired"
      },
      {
        title: { zh: "证书不可信的卡", en: "A card whose certificate does not hold" },
        as: "anonymous",
        do: "LogInWithCard",
        before: { insert: "xiamen-not-trusted" },
        refused: "CardNotTrusted"
      },
      {
        title: { zh: "没有安装卡控件", en: "The client control is not installed" },
        as: "anonymous",
        do: "LogInWithCard",
        before: { fault: "card", next: ["control-missing"] },
        refused: "CardControlMissing"
      }
    ]
  },
  {
    title: { zh: "工作人员与日志", en: "Staff, and the journal" },
    steps: [
      {
        title: { zh: "客服核对证明材料后更正企业信息", en: "Staff correct an enterprise on evidence" },
        as: "staff:wang/supervisor",
        do: "CorrectEnterprise",
        with: {
          account: "qi80",
          name: "青岛示例海岳食品有限公司",
          unifiedSocialCreditCode: "91370202XN0011491L",
          organizationCode: "XN0011491",
          legalRepresentativeName: "林若兰",
          reason: "企业来函",
          evidence: "2026-0117"
        }
      },
      {
        title: {
          zh: "查看完整个人信息须说明事由，并记录在案",
          en: "Personal data in full: only with a reason, and on record"
        },
        as: "staff:li/supervisor",
        do: "RevealHolder",
        with: { account: "qi80", reason: "核对来函" }
      },
      {
        title: { zh: "校验日志的哈希链", en: "The journal's hash chain is verified" },
        as: "system:demo",
        other: "journal verify"
      }
    ]
  }
]
