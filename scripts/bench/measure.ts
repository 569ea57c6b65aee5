import { findPlaces } from "@/lib/db/airports/find-places";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { emptyTables, insertBare, readTables, tableSizes } from "./insert-bare";
import type { BenchAnswer } from "./make-answers";
import { type PipelineRun, runPipeline } from "./run-pipeline";

const SAMPLE_MS = 20;

export type Measure = {
  answers: number;
  megabytes: number;
  flights: number;
  observations: number;
  /** Flights a second from raw bytes to rows, and of the run in the middle its phases in seconds. */
  pipeline: { best: number; median: number; worst: number; middle: PipelineRun };
  /** Flights a second when the same rows are inserted and nothing else is done. */
  bare: { best: number; median: number; worst: number };
  /** Part of the bare insert's pace, by the medians. */
  ratio: number;
  peakMegabytes: number;
  bytesPerFlight: number;
  tables: Awaited<ReturnType<typeof tableSizes>>;
};

/** Turns these answers into rows as often as `runs` says, once more before to warm up, then inserts the same rows bare. */
export async function measure(
  answers: readonly BenchAnswer[],
  { runs, say }: { runs: number; say: (line: string) => void },
): Promise<Measure> {
  await deployMigrations();
  const findPlace = await findPlaces();
  const watch = watchMemory();
  const all: PipelineRun[] = [];
  for (let run = 0; run <= runs; run += 1) {
    await emptyTables();
    const one = await runPipeline(answers, findPlace);
    say(
      `${run === 0 ? "warming up" : `run ${run}`}: ${Math.round(one.flights / one.seconds)} flights/s`,
    );
    if (run > 0) all.push(one);
  }
  const peakMegabytes = watch.stop();
  const tables = await readTables();
  const flights = all[0]?.flights ?? 0;
  const bare: number[] = [];
  for (let run = 0; run < runs; run += 1) bare.push(flights / (await insertBare(tables)));
  const sizes = await tableSizes();
  const sorted = all.toSorted((one, other) => one.seconds - other.seconds);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  const pipeline = spread(all.map((run) => run.flights / run.seconds));
  const bareSpread = spread(bare);
  return {
    answers: answers.length,
    megabytes: answers.reduce((sum, { body }) => sum + body.byteLength, 0) / 1e6,
    flights,
    observations: middle.observations,
    pipeline: { ...pipeline, middle },
    bare: bareSpread,
    ratio: pipeline.median / bareSpread.median,
    peakMegabytes,
    bytesPerFlight: sizes.reduce((sum, { data, indexes }) => sum + data + indexes, 0) / flights,
    tables: sizes,
  };
}

function spread(paces: readonly number[]): { best: number; median: number; worst: number } {
  const sorted = paces.toSorted((one, other) => other - one);
  const at = (place: number) => sorted[place] ?? 0;
  return {
    best: at(0),
    median: at(Math.floor((sorted.length - 1) / 2)),
    worst: at(sorted.length - 1),
  };
}

/** The most memory that this process has held since, in megabytes. */
function watchMemory(): { stop: () => number } {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(most, process.memoryUsage.rss()) / 1e6;
    },
  };
}
