import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { transaction } from "@/lib/db/transaction";
import type { ObservedFlight } from "@/lib/model/flight";
import { type FindPlace, readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import type { BenchAnswer } from "./make-answers";

/** Answers that become rows in one transaction, as the import does it. */
const ANSWERS_AT_ONCE = 1000;

export type PipelineRun = {
  flights: number;
  observations: number;
  seconds: number;
  /** Time of this process and of waiting, by phase. Phases overlap: understanding goes on while the database works. */
  phases: { parse: number; normalize: number; load: number };
  /** Seconds of processor that this process used. */
  processor: number;
};

/** Raw bytes to rows: parses, normalizes and loads, the next answers being understood while the last ones are written. */
export async function runPipeline(
  answers: readonly BenchAnswer[],
  findPlace: FindPlace,
): Promise<PipelineRun> {
  const phases = { parse: 0, normalize: 0, load: 0 };
  const used = process.cpuUsage();
  const began = performance.now();
  let observations = 0;
  let flights = 0;
  let loading: Promise<void> = Promise.resolve();
  for (let from = 0; from < answers.length; from += ANSWERS_AT_ONCE) {
    const observed: ObservedFlight[] = [];
    for (const [place, answer] of answers.slice(from, from + ANSWERS_AT_ONCE).entries()) {
      observed.push(...understand(answer, findPlace, phases));
      // Lets the answers of the database in, which else would wait for the whole batch.
      if (place % 5 === 0) await breathe();
    }
    observations += observed.length;
    await loading;
    loading = load(observed).then(({ inserted, seconds }) => {
      flights += inserted;
      phases.load += seconds;
    });
  }
  await loading;
  const { user, system } = process.cpuUsage(used);
  return {
    flights,
    observations,
    seconds: (performance.now() - began) / 1000,
    phases,
    processor: (user + system) / 1e6,
  };
}

function understand(
  { window, observedAt, body }: BenchAnswer,
  findPlace: FindPlace,
  phases: PipelineRun["phases"],
): ObservedFlight[] {
  const began = performance.now();
  const json: unknown = JSON.parse(body.toString("utf8"));
  const payloadHash = createHash("sha256").update(body).digest("hex");
  const parsed = performance.now();
  const { observed } = readFlightAnswer({
    stream: "flight-information",
    json,
    observedAt,
    payloadId: payloadHash.slice(0, 36),
    payloadHash,
    window,
    findPlace,
  });
  phases.parse += (parsed - began) / 1000;
  phases.normalize += (performance.now() - parsed) / 1000;
  return observed;
}

/** One transaction. */
async function load(
  observed: readonly ObservedFlight[],
): Promise<{ inserted: number; seconds: number }> {
  const began = performance.now();
  const outcomes = await transaction((connection) =>
    loadFlights(connection, { runId: null, now: new Date(), observed, answers: [] }),
  );
  const inserted = outcomes.filter((outcome) => outcome === "inserted").length;
  return { inserted, seconds: (performance.now() - began) / 1000 };
}
