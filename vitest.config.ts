import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const shared = {
  root,
  env: {
    TZ: "UTC",
    LOG_LEVEL: "silent",
    CHECK_REPLIES: "true",
    API_PUBLIC_READS: "true",
    API_CACHE_MB: "0",
  },
  setupFiles: ["tests/fail-on-console.ts"],
};

/** Three kinds of tests: without any server; with real databases; with the built product in a real browser. */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: [
            "tests/{architecture,components,inngest,lib,sandbox,scripts}/**/*.test.{ts,tsx}",
          ],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          include: ["tests/{api,integration}/**/*.test.ts"],
          globalSetup: ["tests/servers/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
