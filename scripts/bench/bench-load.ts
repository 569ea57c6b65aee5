import { closePool } from "@/lib/db/pool";
import { withThrowawayDatabase } from "@/lib/db/throwaway-database";
import { overrideEnv } from "@/lib/env";
import { withDatabases } from "../databases/with-databases";
import { makeAnswers } from "./make-answers";
import { type Measure, measure } from "./measure";
import { readRecorded } from "./read-recorded";

export type LoadBench = { flights: number; runs: number; recorded: string | undefined };

/** Measures how fast raw answers become rows, in a database of its own that is removed afterwards. */
export const benchLoad = (
  { flights, runs, recorded }: LoadBench,
  say: (line: string) => void,
): Promise<Measure> =>
  withDatabases(
    ({ databaseUrl }) =>
      withThrowawayDatabase(databaseUrl, async (url) => {
        overrideEnv({ DATABASE_URL: url });
        const answers = recorded ? readRecorded(recorded) : makeAnswers(flights);
        return measure(answers, { runs, say }).finally(closePool);
      }),
    say,
  );
