import { z } from "zod";
import type { Scope, StreamName } from "@/lib/model/stream";
import { query } from "../query";
import { formatScope } from "./scope-text";

/** Whether this stream and scope was ever asked for, however that ended. */
export async function hasRun(stream: StreamName, scope: Scope): Promise<boolean> {
  const rows = await query(
    z.object({ id: z.string() }),
    "SELECT id FROM sync_runs WHERE stream = ? AND scope = ? LIMIT 1",
    [stream, formatScope(scope)],
  );
  return rows.length > 0;
}
