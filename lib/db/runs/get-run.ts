import type { Run } from "@/lib/contract/sync";
import { AppError } from "@/lib/errors";
import { query } from "../query";
import { findPaces } from "./find-paces";
import { RUN_COLUMNS, RunRow } from "./run-row";
import { sumWindows } from "./sum-windows";
import { toRun } from "./to-run";

/** One run with its counts and, while it works, its pace. Throws `not_found`. */
export async function getRun(id: string): Promise<Run> {
  const [row] = await query(RunRow, `SELECT ${RUN_COLUMNS} FROM sync_runs r WHERE r.id = ?`, [id]);
  if (!row) throw noSuchRun(id);
  const [sums, paces] = await Promise.all([sumWindows([id]), findPaces([id])]);
  return toRun(row, sums.get(id), paces.get(id));
}

export const noSuchRun = (id: string): AppError =>
  new AppError("not_found", `There is no run ${id}. The list of runs shows which there are.`);
