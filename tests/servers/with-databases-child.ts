import { setTimeout as wait } from "node:timers/promises";
import { withDatabases } from "../../scripts/databases/with-databases";

/** A command that is at work on its databases for longer than anybody waits. */
await withDatabases(async () => {
  process.stdout.write("at work\n");
  await wait(600_000);
});
