import type { Connection } from "mariadb";
import type { Actor } from "@/lib/model/actor";
import { writeAudit } from "../audit/write-audit";
import type { OpenRun } from "./lock-open-run";

/** Writes that a person steered a run, in the transaction of the change; a command line (null) is nobody to be written. */
export async function auditRun(
  connection: Connection,
  actor: Actor | null,
  change: { id: string; action: string; run: OpenRun; after: Partial<OpenRun["shown"]> },
): Promise<void> {
  if (!actor) return;
  const { id, action, run, after } = change;
  await writeAudit(connection, {
    actor,
    at: run.now,
    action,
    resource: "runs",
    resourceKey: id,
    before: run.shown,
    after: { ...run.shown, ...after },
  });
}
