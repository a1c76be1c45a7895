// docs/rules.md: the rule catalogue, decisions and policy values of the core.
import { defaultPolicy, rules } from "../../packages/core/dist/index.js"
import { bilingual, generatedFrom, row, table } from "./table.mjs"

const { assumedValues, catalogue, coverage, decisions } = rules

const basis = { manual: "手册 manual", assumed: "推定 assumed" }
const ruleFile = (module) => `[${module}](../packages/core/src/rules/${module}.ts)`
const valueAt = (path) => path.split(".").reduce((value, key) => value[key], defaultPolicy)
const shown = (value) => `\`${Array.isArray(value) ? value.join(", ") : value}\``

const link = (where) => `[${where}](../packages/core/src/${where}.ts)`

const kept = ({ enforced }) => {
  if (enforced.in === "rule") return ruleFile(enforced.module)
  if (enforced.in === "elsewhere") return link(enforced.where)
  return bilingual(enforced.why)
}

export const document = () => `${generatedFrom("packages/core/src/rules")}

# 规则 · The rules

《“单一窗口”标准版用户手册 · 实名认证与账号升级》（2022年5月）的每一条规则，以及它落实在哪里。依据为“推定”的，是手册未说明或可作两种理解之处，本软件的读法。

Every rule of the user manual "Real-name authentication and account upgrade" (May 2022), and where it is kept. Where the basis is
"assumed", the manual is silent or can be read in two ways, and this is the software's reading.

## 逐条 · One by one

${table(
  ["编号 Id", "章节 §", "规则 Rule", "依据 Basis", "落实于 Kept in"],
  coverage.map((covered) =>
    row(covered.id, covered.section, bilingual(covered.says), basis[covered.basis], kept(covered))
  )
)}

## 按文件 · By file

${table(
  ["文件 File", "规则 Rules", "内容 What it says", "测试 Test"],
  catalogue.map(({ ids, module, says }) =>
    row(ruleFile(module), ids.join(" "), bilingual(says), `[test](../packages/core/test/rules/${module}.test.ts)`)
  )
)}

## 决定 · The decisions

手册未说明、而本软件必须有所取舍的十处。

Ten places where the manual is silent and the software had to choose.

${table(
  ["编号 Id", "决定 Decision", "落实于 Kept in"],
  decisions.map(({ id, kept: files, says }) => row(id, bilingual(says), files.map(link).join("<br>")))
)}

## 策略 · The policy

手册未定、可由嵌入方改变的取值，都在一个策略对象里。

Values that the manual leaves open and a host may change are all in one policy object.

${table(
  ["取值 Value", "默认 Default", "说明 What it is", "依据 Basis"],
  assumedValues.map(({ basis: of, decision, path, says }) =>
    row(
      `\`${path}\``,
      shown(valueAt(path)),
      bilingual(says),
      decision === undefined ? basis[of] : `${basis[of]} ${decision}`
    )
  )
)}
`
