import { AppError } from "@/lib/errors";
import type { CountryRecord } from "@/lib/model/country";
import type { Scope } from "@/lib/model/stream";
import { runStream } from "@/lib/sync/run-stream";
import { countries, countriesWorld } from "./countries-world";
import { type Disturbance, referenceSource } from "./reference-source";
import { syncMemory, syncPorts } from "./sync-ports";

/** A run of 250 countries in three windows, one of them unreadable. */
export function countriesRun(
  start: { scope?: Scope; totalCount?: number; unreadable?: number[] } = {},
) {
  const memory = syncMemory<CountryRecord>("countries", start);
  const source = referenceSource("countries", countriesWorld(250, [130]));
  const ports = syncPorts(memory, { source });
  const run = (maxWindows?: number) =>
    runStream({ stream: countries, runId: "run-1", ports, ...(maxWindows && { maxWindows }) });
  return { memory, source, ports, run };
}

/** What a retry may cure. */
export const down = new AppError(
  "upstream_unavailable",
  "The source did not answer. It is asked again.",
);

/** Disturbs the calls whose page begins at one of these offsets, every time or only the first times. */
export function disturbAt(
  source: ReturnType<typeof referenceSource>,
  offsets: readonly number[],
  disturbance: Disturbance,
  times = Number.POSITIVE_INFINITY,
) {
  let done = 0;
  source.disturb = (call) => {
    const offset = Number(source.questions[call - 1]?.query?.offset);
    if (!offsets.includes(offset) || done >= times) return undefined;
    done++;
    return disturbance;
  };
}
