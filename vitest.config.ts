import { defineConfig } from "vitest/config"

const conditions = ["source", "module", "import", "node", "default"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["module", "import", "node", "default"] } },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    pool: "forks",
    testTimeout: 30_000,
    reporters: ["default", "./vitest.reporter.ts"]
  }
})
