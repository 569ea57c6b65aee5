import type { RejectRow } from "@/lib/contract/findings";
import { query } from "../query";
import { REJECT_COLUMNS, StoredReject, toReject } from "./reject-row";

/** One record that was kept aside, open or resolved; null when there is none of this id. */
export async function findReject(id: number): Promise<RejectRow | null> {
  const [row] = await query(StoredReject, `SELECT ${REJECT_COLUMNS} FROM rejects WHERE id = ?`, [
    id,
  ]);
  return row ? toReject(row) : null;
}
