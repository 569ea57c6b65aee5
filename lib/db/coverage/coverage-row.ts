import { z } from "zod";
import { WINDOW_STATES } from "@/lib/model/run";

export const COVERAGE_COLUMNS = [
  "stream",
  "scope",
  "window_key",
  "place",
  "day",
  "starts_at",
  "ends_at",
  "state",
  "settled",
  "expected",
  "fetched",
  "calls",
  "observed_at",
  "assumed",
  "message",
  "run_id",
  "window_id",
  "updated_at",
] as const;

export const KnownRow = z.object({
  scope: z.string(),
  window_key: z.string(),
  state: z.enum(WINDOW_STATES),
  expected: z.number().nullable(),
  fetched: z.number(),
  observed_at: z.date().nullable(),
});
export type KnownRow = z.infer<typeof KnownRow>;
