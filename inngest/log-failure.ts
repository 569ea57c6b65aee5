import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Runs a step's work and logs what it throws before it is tried again: an engine that goes on must not hide a bug. */
export const logFailure =
  <T>(step: string, runId: string, work: () => Promise<T>) =>
  async (): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const fields = { error, step, run_id: runId };
      if (error instanceof AppError) log.warn(fields, "a step failed");
      else log.error(fields, "a step failed for a reason that nobody foresaw");
      throw error;
    }
  };
