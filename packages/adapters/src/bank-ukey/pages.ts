import type { BankRedirect } from "@single-window/core"
import type { BankProtocol } from "./BankProtocol.js"

const words = {
  received: {
    title: "认证结果已收到",
    text: [
      "请回到单一窗口程序查看认证结果。",
      "请务必退出网上银行并关闭浏览器。",
      "The answer was received. Log out of the bank and close the browser."
    ]
  },
  malformed: {
    title: "无法识别的返回",
    text: ["返回的内容不完整或格式有误，未作任何处理。", "What came back could not be read; nothing was done."]
  },
  notHere: { title: "没有此页面", text: ["Not found."] }
} as const

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.8 sans-serif;margin:3rem auto;max-width:36rem;padding:0 1rem}h1{font-size:1.4rem}</style></head><body><h1>${title}</h1>${body}</body></html>\n`

/** One of the few pages that a person sees at the end of the way to the bank and back. */
export const page = (which: keyof typeof words): string => {
  const { text, title } = words[which]
  return html(title, text.map((line) => `<p>${line}</p>`).join(""))
}

/** Sends the browser on: a form in the bank's charset, or a link; a button where scripts are off. */
export const startPage = ({ fields, method, url }: BankRedirect, charset: BankProtocol["charset"]): string => {
  const target = escaped(url)
  if (method === "GET")
    return html(
      "正在前往银行",
      `<p><a id="go" href="${target}">继续</a></p><script>location.replace(document.getElementById("go").href)</script>`
    )
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("")
  return html(
    "正在前往银行",
    `<form id="go" method="post" action="${target}" accept-charset="${charset}">${inputs}<button>继续</button></form><script>document.getElementById("go").submit()</script>`
  )
}
