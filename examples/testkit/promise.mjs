// 不写 Effect 也能用：一个现成的内存单一窗口。 Without Effect: a single window in memory, ready made.
import { open } from "@single-window/testkit/promise"

const window = await open()
const as = "ciq_bj_001"

const early = await window.do("CompleteBankUkey", { parameters: {} }, { as })
console.log(early.refused?.tag, early.refused?.facts)

await window.do("StartCertification", { method: "bank-ukey", bank: "CCB" }, { as })
await window.do("CompleteBankUkey", { parameters: "$bankReturn" }, { as })
const validity = { from: "20200401", to: "20300401" }
await window.do("VerifyPersonByIdCard", { subject: "account-holder", validity }, { as })
console.log((await window.account(as))?.level)

await window.close()
