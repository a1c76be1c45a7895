// 检验一个适配器，最后给出报告。 Tests an adapter and ends in a report:  node examples/your-adapter/test.mjs [./wrong.mjs]
import { passed, report, Suites, toText } from "@single-window/testkit/report"
import { Effect } from "effect"

const { layer, samples } = await import(process.argv[2] ?? "./registry.mjs")
const reports = await Effect.runPromise(report("示例登记系统", layer, [Suites.enterpriseRegistry(samples)]))

console.log(toText(reports, "zh"))
process.exitCode = passed(reports) ? 0 : 1
