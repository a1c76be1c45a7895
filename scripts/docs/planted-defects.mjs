// docs/planted-defects.md: the defects that were planted in layers on purpose, and which case caught each when it was run just now.
import { Effect } from "effect"
import { plantedDefects } from "../../packages/testkit/dist/conformance/defects/index.js"
import { bilingual, generatedFrom, row, table } from "./table.mjs"

/** The cases that noticed, or that nobody did. */
const caught = ({ by, caughtBy, hunt }) =>
  Effect.runPromise(hunt).then((found) => {
    const noticed = found.filter((breach) => breach.by === by).map(({ of }) => of)
    return caughtBy.every((name) => noticed.includes(name)) ? noticed : undefined
  })

export const document = async () => {
  const sections = []
  const count = { planted: 0, caught: 0 }
  for (const { defects, suite } of plantedDefects) {
    const rows = []
    for (const one of defects) {
      const names = await caught(one)
      count.planted++
      if (names !== undefined) count.caught++
      rows.push(row(bilingual(one.defect), names?.join("<br>") ?? "**没有被发现 NOT CAUGHT**"))
    }
    sections.push(`## ${suite}\n\n${table(["缺陷 Defect", "抓住它的用例 Caught by"], rows)}`)
  }
  const different = new Set(plantedDefects.flatMap(({ defects }) => defects.map(({ defect }) => defect.en))).size
  const cases = plantedDefects.reduce((sum, { cases }) => sum + cases.length, 0)

  return `${generatedFrom("packages/testkit/src/conformance/defects")}

# 故意埋下的缺陷 · Planted defects

符合性套件自己也要被检验：每一处缺陷都被埋进一个原本正确的实现，指名的用例必须发现它。下表在生成时逐一运行：**埋下 ${count.planted} 处，发现
${count.caught} 处**（其中 ${different} 种各不相同），${cases} 个用例每一个都至少抓住过一处。

The suites are tested themselves: each defect is planted in an implementation that is otherwise right, and the case named must notice. The
tables are run while they are written: **${count.caught} of ${count.planted} caught** (${different} different kinds), and each of the ${cases} cases has caught at
least one.

\`npx vitest run packages/testkit/test/conformance/plantedDefects.test.ts\`

${sections.join("\n\n")}
`
}
