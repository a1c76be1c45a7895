import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { defineConfig, type Plugin } from "vitest/config"

// Nothing that only a bundler means: it would reach what CommonJS packages require as well, and hand them modules of the other kind.
const conditions = ["source", "node"]

const onPostgres = ["packages/*/test/postgres/**/*.test.ts"]

/** Puts PostgreSQL under every test that keeps accounts in memory, so that one suite holds both to the same. */
const postgresForMemory: Plugin = {
  name: "postgres-for-memory",
  enforce: "pre",
  resolveId: (id, importer) =>
    id === "./layerMemory.js" && importer?.includes("/packages/core/src/store/")
      ? fileURLToPath(new URL("packages/adapters/test/postgres/layerMemory.ts", import.meta.url))
      : undefined
}

const processes = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["node"] } },
  test: {
    pool: "forks",
    // Files share a process: loading Effect anew for each would take longer than the tests.
    // Two at a time on two cores as well: many wait for programs that they have started.
    // As few as many: a process that is let go for want of files while the run ends makes the pool fail.
    poolOptions: { forks: { isolate: false, maxForks: processes, minForks: processes } },
    // Programs are started in both, on machines that are busy with other things and stand still for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "./vitest.reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "all",
          include: ["packages/*/test/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ...onPostgres]
        }
      },
      {
        extends: true,
        plugins: [postgresForMemory],
        test: {
          name: "postgres",
          include: [...onPostgres, "packages/core/test/frontdoor/**/*.test.ts"],
          globalSetup: "packages/adapters/test/postgres/globalSetup.ts",
          env: { MOMENTS_STEP: process.env.MOMENTS_STEP ?? "8" }
        }
      }
    ]
  }
})
