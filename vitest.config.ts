import { defineConfig } from "vitest/config"

// Nothing that only a bundler means: it would reach what CommonJS packages require as well, and hand them modules of the other kind.
const conditions = ["source", "node"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["node"] } },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    pool: "forks",
    // Files share a process: loading Effect anew for each would take longer than the tests.
    poolOptions: { forks: { isolate: false } },
    testTimeout: 30_000,
    reporters: ["default", "./vitest.reporter.ts"]
  }
})
