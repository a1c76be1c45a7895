import type { BankAtSite, BankCustomer } from "./BankSiteProtocol.js"

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = `body{font:16px/1.8 "Noto Sans CJK SC",sans-serif;margin:0;color:#222;background:#f4f6f8}header{background:#0a4c8b;color:#fff;padding:1rem 2rem;font-size:1.2rem}
main{background:#fff;margin:2rem auto;max-width:40rem;padding:1.5rem 2rem;border:1px solid #d5dce3}h1{font-size:1.3rem}ol{display:flex;gap:1rem;list-style:none;padding:0;color:#888;font-size:.85rem}
ol .now{color:#0a4c8b;font-weight:bold}button{font-size:1rem;padding:.4rem 1.4rem;margin-right:1rem}dt{color:#666}dd{margin:0 0 .6rem;font-weight:bold}.problem{color:#b00020}.note{color:#666;font-size:.9rem}`

const steps = ["认证页面", "插入网银盾", "核对信息", "输入密码", "认证成功"]

const page = ({ protocol }: BankAtSite, step: number, title: string, body: string, head = ""): string => {
  const progress = steps
    .map((name, at) => `<li${at + 1 === step ? ' class="now"' : ""}>${at + 1}. ${name}</li>`)
    .join("")
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${protocol.name.zh} · ${title}</title><style>${style}</style>${head}</head><body data-step="${step}"><header>${protocol.name.zh}（模拟站点）</header><main><ol>${progress}</ol><h1>${title}</h1>${body}</main></body></html>\n`
}

const choices = (action: string, yes: string, fields = ""): string =>
  `<form method="post" action="${escaped(action)}">${fields}<button name="do" value="yes">${yes}</button><button name="do" value="no" formnovalidate>取消</button></form>`

const problemOf = (problem: string | undefined): string =>
  problem === undefined ? "" : `<p class="problem" role="alert">${problem}</p>`

/** 第一步：跳转至银行认证页面. */
export const first = (bank: BankAtSite, action: string): string =>
  page(
    bank,
    1,
    "单一窗口企业实名认证",
    `<p>您正在使用${bank.protocol.name.zh}对公账号的网银盾进行企业实名认证。</p><p class="note">认证过程中不会查询和展示与认证无关的信息，如资产、交易等，更不会进行相关交易。</p>${choices(action, "下一步")}`
  )

/** 第二步：插入网银盾并点击确定. */
export const second = (bank: BankAtSite, action: string, problem?: string): string =>
  page(
    bank,
    2,
    `请插入${bank.ukey}`,
    `${problemOf(problem)}<p>请插入${bank.ukey}，然后点击确定。</p>${choices(action, "确定")}`
  )

/** 第三步：核对信息后点击“单一窗口企业实名认证”. */
export const third = (bank: BankAtSite, action: string, customer: BankCustomer): string => {
  const row = (label: string, value: string | undefined) => `<dt>${label}</dt><dd>${escaped(value ?? "—")}</dd>`
  const rows = [
    row("企业名称", customer.name),
    row("统一社会信用代码", customer.unifiedSocialCreditCode),
    row("组织机构代码", customer.organizationCode)
  ]
  return page(bank, 3, "请核对信息", `<dl>${rows.join("")}</dl>${choices(action, "单一窗口企业实名认证")}`)
}

/** 第四步：输入网银盾密码并点击确定. */
export const fourth = (bank: BankAtSite, action: string, problem?: string): string =>
  page(
    bank,
    4,
    `请输入${bank.ukey}密码`,
    problemOf(problem) +
      choices(
        action,
        "确定",
        '<p><label>密码 <input type="password" name="password" autocomplete="off" autofocus required></label></p>'
      )
  )

export interface WayBack {
  readonly method: "GET" | "POST"
  readonly url: string
  /** Names and values of the form; empty for GET. */
  readonly inputs: ReadonlyArray<readonly [name: string, value: string]>
}

/** 第五步：认证成功并跳转页面. */
export const fifth = (bank: BankAtSite, success: boolean, back: WayBack | undefined, seconds: number): string => {
  const title = success ? "认证成功" : "认证未完成"
  const note = '<p class="note">认证完成后请务必退出系统并关闭浏览器。</p>'
  if (back === undefined) return page(bank, 5, title, `<p>系统繁忙，请稍后再试。</p>${note}`)
  const url = escaped(back.url)
  const going = "<p>正在跳转到单一窗口认证结果页面……</p>"
  if (back.method === "GET")
    return page(
      bank,
      5,
      title,
      `${going}<p><a id="return" href="${url}">立即返回</a></p>${note}`,
      `<meta http-equiv="refresh" content="${seconds};url=${url}">`
    )
  const inputs = back.inputs
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("")
  return page(
    bank,
    5,
    title,
    `${going}<form id="return" method="post" action="${url}" accept-charset="${bank.protocol.charset}">${inputs}<button>立即返回</button></form>${note}<script>setTimeout(() => document.getElementById("return").submit(), ${seconds * 1000})</script>`
  )
}

/** A request that this bank does not accept. */
export const refused = (bank: BankAtSite, why: string): string =>
  page(bank, 0, "无法受理", `<p class="problem" role="alert">${why}</p>`)
