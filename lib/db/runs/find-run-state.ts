import { z } from "zod";
import { RUN_STATUSES } from "@/lib/model/run";
import { query } from "../query";
import { noSuchRun } from "./get-run";

const RunState = z.object({
  status: z.enum(RUN_STATUSES),
  paused_at: z.date().nullable(),
  waiting_until: z.date().nullable(),
});
export type RunState = z.infer<typeof RunState>;

/** How a run stands, by one look at its row: for who looks often. Throws `not_found`. */
export async function findRunState(id: string): Promise<RunState> {
  const [state] = await query(
    RunState,
    "SELECT status, paused_at, waiting_until FROM sync_runs WHERE id = ?",
    [id],
  );
  if (!state) throw noSuchRun(id);
  return state;
}
