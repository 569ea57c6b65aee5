import type { Connection } from "mariadb";
import type { LoadedWindow } from "@/lib/sync/ports";
import { fitText } from "../fit-text";
import { insertRows, takeNew, type Value } from "../insert-rows";
import { sampleHash } from "../normalize/sample-hash";
import type { WindowOrigin } from "./window-origin";

/** Characters of a sample: four bytes each at most, in a column of 64 KiB. The answer keeps the rest. */
const SAMPLE_LENGTH = 16_000;

const SEEN = ["field", "value", "message", "payload_id", "run_id", "last_seen_at"] as const;

/** Keeps rejected records aside, one row for the same record however often it is seen. Returns how many it wrote. */
export async function writeRejects(
  connection: Connection,
  { runId, stream, now }: WindowOrigin,
  rejects: LoadedWindow<unknown>["rejects"],
): Promise<number> {
  let rejected = 0;
  const rows: Value[][] = [];
  for (const reject of rejects) {
    rows.push([
      stream,
      reject.rule,
      fitText(reject.key, 60),
      sampleHash(reject.sample),
      fitText(reject.sample, SAMPLE_LENGTH),
      1,
      now,
      reject.field && fitText(reject.field, 80),
      reject.value && fitText(reject.value, 255),
      fitText(reject.message, 500),
      reject.payloadId,
      runId,
      now,
    ]);
    rejected += 1;
  }
  await insertRows(connection, {
    table: "rejects",
    columns: [
      "stream",
      "rule",
      "record_key",
      "sample_hash",
      "sample",
      "seen_count",
      "first_seen_at",
      ...SEEN,
    ],
    rows,
    // Seen again, it is open again.
    onDuplicate: `seen_count = seen_count + 1, resolved_at = NULL, ${takeNew(SEEN)}`,
  });
  return rejected;
}
