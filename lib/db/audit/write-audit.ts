import type { Connection } from "mariadb";
import type { Actor } from "@/lib/model/actor";
import { fitText } from "../fit-text";
import { insertRows } from "../insert-rows";

export type AuditEntry = {
  actor: Actor;
  at: Date;
  /** Id of the operation in the contract, e.g. `replaceAirport`. */
  action: string;
  /** What kind of thing, as its path says it: `airports`, `flights`, `keys`. */
  resource: string;
  resourceKey: string;
  /** What was there before and after, as JSON will say it; null where there was nothing. Never a secret. */
  before: unknown;
  after: unknown;
};

/** Writes who changed what, in the transaction of the change: either both are there or neither. */
export async function writeAudit(connection: Connection, entry: AuditEntry): Promise<void> {
  const { actor } = entry;
  await insertRows(connection, {
    table: "audit_log",
    columns: [
      ...["at", "user_id", "email", "key_id", "request_id", "address"],
      ...["action", "resource", "resource_key", "before_json", "after_json"],
    ],
    rows: [
      [
        ...[entry.at, actor.userId, actor.email, actor.keyId, actor.requestId, actor.address],
        ...[entry.action, entry.resource, fitText(entry.resourceKey, 100)],
        ...[toJson(entry.before), toJson(entry.after)],
      ],
    ],
  });
}

const toJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
