import { defineConfig } from "vitest/config"

const conditions = ["source", "module", "import", "node", "default"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["module", "import", "node", "default"] } },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    pool: "forks",
    // Files share a process: loading Effect anew for each would take longer than the tests.
    poolOptions: { forks: { isolate: false } },
    testTimeout: 30_000,
    reporters: ["default", "./vitest.reporter.ts"]
  }
})
