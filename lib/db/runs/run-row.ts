import { z } from "zod";
import { RUN_STATUSES, RUN_TASKS, RUN_TRIGGERS, type RunStatus } from "@/lib/model/run";
import { STREAMS } from "@/lib/model/stream";

export const RUN_COLUMNS = `r.id, r.stream, r.scope, r.task, r.priority, r.run_trigger, r.requested_by, r.status, r.message,
  r.cancel_requested_at, r.paused_at, r.waiting_until, r.created_at, r.started_at, r.finished_at`;

export const RunRow = z.object({
  id: z.string(),
  stream: z.enum(STREAMS),
  scope: z.string(),
  task: z.enum(RUN_TASKS),
  priority: z.number(),
  run_trigger: z.enum(RUN_TRIGGERS),
  requested_by: z.string().nullable(),
  status: z.enum(RUN_STATUSES),
  message: z.string().nullable(),
  cancel_requested_at: z.date().nullable(),
  paused_at: z.date().nullable(),
  waiting_until: z.date().nullable(),
  created_at: z.date(),
  started_at: z.date().nullable(),
  finished_at: z.date().nullable(),
});
export type RunRow = z.infer<typeof RunRow>;

/** Nothing happens any more to a run that is not open. */
export const isOpen = (status: RunStatus): boolean => status === "queued" || status === "running";
