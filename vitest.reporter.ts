import { writeSync } from "node:fs"
import type { Reporter, TestModule } from "vitest/node"

/** Ends the run with one plain line, so that a person or a script finds the outcome at a glance. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>) {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      let any = false
      for (const test of module.children.allTests()) {
        any = true
        count[test.result().state]++
      }
      if (!any && module.state() === "failed") count.failed++
    }
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`
    // Other reporters print their summaries after this call; on exit nothing can come behind us.
    process.once("exit", () => writeSync(1, line))
  }
}
