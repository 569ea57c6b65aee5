import { previewBackfill, startBackfill } from "../backfills";
import {
  getCoverageGaps,
  listCoverageDays,
  listCoverageTotals,
  listCoverageWindows,
} from "../coverage";
import { getDrift, listDrift, listRejects, listUnreadable } from "../findings";
import { getPayload, listPayloads } from "../payloads";
import { getReject, replayReject, replayRejects } from "../rejects";
import {
  cancelRun,
  getRun,
  listRuns,
  pauseRun,
  resumeRun,
  startFlightSync,
  startSync,
} from "../sync";
import { trackAirport, trackRoute, untrackAirport, untrackRoute } from "../tracked";
import { type Example, exampleOf } from "./example";
import { EXAMPLE_DAY } from "./example-day";
import { EXAMPLE_IDS } from "./example-ids";

const DAY = { from: EXAMPLE_DAY, to: EXAMPLE_DAY };
const BACKFILL = { stream: "flight-status" as const, of: ["FRA"], ...DAY };

/** Requests for what is collected, and for what came of it. */
export const syncRequests: readonly Example[] = [
  exampleOf(startSync, { params: { stream: "airports" }, query: { wait: 0 } }),
  exampleOf(startFlightSync, {
    query: { departure: "FRA", arrival: "LHR", date: EXAMPLE_DAY, wait: 0 },
  }),
  exampleOf(listRuns, { query: { limit: 1 } }),
  exampleOf(getRun, { params: { id: EXAMPLE_IDS.queuedRun } }),
  exampleOf(cancelRun, { params: { id: EXAMPLE_IDS.queuedRun } }),
  exampleOf(pauseRun, { params: { id: EXAMPLE_IDS.runToPause } }),
  exampleOf(resumeRun, { params: { id: EXAMPLE_IDS.pausedRun } }),
  exampleOf(trackRoute, { params: { departure: "FRA", arrival: "LHR" } }),
  exampleOf(untrackRoute, { params: { departure: "FRA", arrival: "LHR" } }),
  exampleOf(trackAirport, { params: { code: "MUC" }, body: { flight_status: true } }),
  exampleOf(untrackAirport, { params: { code: "MUC" } }),
  exampleOf(listCoverageDays, { query: { stream: "flight-status", ...DAY } }),
  exampleOf(listCoverageTotals, { query: DAY }),
  exampleOf(listCoverageWindows, { query: { place: "FRA", day: EXAMPLE_DAY } }),
  exampleOf(getCoverageGaps, { query: { stream: "flight-status", ...DAY } }),
  exampleOf(previewBackfill, { body: BACKFILL }),
  exampleOf(startBackfill, { body: BACKFILL }),
  exampleOf(listRejects, { query: { limit: 1 } }),
  exampleOf(getReject, { params: { id: 1 } }),
  exampleOf(replayReject, { params: { id: 1 } }),
  exampleOf(replayRejects, { body: { stream: "airlines" } }),
  exampleOf(listUnreadable, { query: { limit: 1 } }),
  exampleOf(listDrift, { query: { limit: 1 } }),
  exampleOf(getDrift, { params: { id: 1 } }),
  exampleOf(listPayloads, { query: { flight_id: 1, limit: 1 } }),
  exampleOf(getPayload, { params: { id: EXAMPLE_IDS.payload } }),
];
