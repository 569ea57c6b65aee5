import { expect, test } from "vitest";
import { claimOrigin } from "@/lib/db/origin";
import { closePool } from "@/lib/db/pool";
import { overrideEnv } from "@/lib/env";
import { havePublicReads } from "@/lib/http/public-reads";
import { testDatabase } from "@/tests/servers/test-database";

const { url } = testDatabase();

test("reads that nobody opened are closed as soon as the database cannot say whose data it holds", async () => {
  overrideEnv({ API_PUBLIC_READS: undefined });
  expect(await havePublicReads()).toBe(true);
  overrideEnv({ LUFTHANSA_CLIENT_ID: "id" });
  expect(await havePublicReads()).toBe(false);
  overrideEnv({ LUFTHANSA_CLIENT_ID: undefined });

  await closePool();
  overrideEnv({ DATABASE_URL: "mysql://u:p@127.0.0.1:1/none" });
  await expect(havePublicReads()).rejects.toMatchObject({ code: "database_unavailable" });
  await closePool();

  // A moment later the database is there with licensed data: asked again or not yet, nobody reads them.
  overrideEnv({ DATABASE_URL: url });
  await claimOrigin({ kind: "lufthansa", id: "test" });
  expect(await havePublicReads().catch(() => "refused")).not.toBe(true);
});
