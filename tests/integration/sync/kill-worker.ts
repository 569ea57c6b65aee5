// A worker in a process of its own that works through the runs that KILL_WISHES lists and, told so by KILL_AT, dies by kill -9 at that database
// statement. It prints nothing; the statements that it sent are written to KILL_LOG as they are sent.
import { appendFileSync } from "node:fs";
import type { Connection, PoolConnection } from "mariadb";
import { executeHere } from "@/inngest/execute-here";
import { isOwnerDead, processOwner } from "@/inngest/owner";
import { closePool, pool } from "@/lib/db/pool";
import { hasRun } from "@/lib/db/runs/has-run";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { requestRun } from "@/lib/db/runs/request-run";
import type { Scope, StreamName } from "@/lib/model/stream";

const killAt = Number(process.env.KILL_AT ?? 0);
const logFile = process.env.KILL_LOG ?? "";
let sent = 0;

/** Counts a statement, and at the chosen one dies after it was sent and before anybody sees its answer. */
function note(sql: unknown): void {
  sent += 1;
  appendFileSync(
    logFile,
    `${String(sql).trim().split(/\s+/).slice(0, 3).join(" ").replaceAll("`", "")}\n`,
  );
  if (sent === killAt) setImmediate(() => process.kill(process.pid, "SIGKILL"));
}

function watch<C extends Connection | PoolConnection>(connection: C): C {
  return new Proxy(connection, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      if (key === "commit" || key === "beginTransaction") {
        return () => {
          note(key);
          return value.call(target);
        };
      }
      if (key !== "query" && key !== "execute") return value.bind(target);
      return (sql: unknown, values: unknown) => {
        const answer = value.call(target, sql, values);
        note(typeof sql === "object" && sql !== null && "sql" in sql ? sql.sql : sql);
        return answer;
      };
    },
  });
}

const connections = pool();
const take = connections.getConnection.bind(connections);
connections.getConnection = async () => watch(await take());
const askPool = connections.query.bind(connections);
connections.query = ((sql: string, values: unknown) => {
  const answer = askPool(sql, values);
  note(typeof sql === "object" ? (sql as { sql: string }).sql : sql);
  return answer;
}) as typeof connections.query;

const wishes: { stream: StreamName; scope: Scope }[] = JSON.parse(process.env.KILL_WISHES ?? "[]");
for (const wish of wishes) {
  if (await hasRun(wish.stream, wish.scope)) continue;
  await requestRun({ ...wish, trigger: "command", requestedBy: null });
}
for (;;) {
  const runId = await nextQueuedRun({ tasks: ["collect"], isOwnerDead });
  if (!runId) break;
  await executeHere({ runId, owner: processOwner() });
}
await closePool();
process.exit(0);
