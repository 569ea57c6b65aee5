import { getAirport, listAirportPositions, listAirports } from "./airports";
import { previewBackfill, startBackfill } from "./backfills";
import {
  getCoverageGaps,
  listCoverageDays,
  listCoverageTotals,
  listCoverageWindows,
} from "./coverage";
import type { Endpoint } from "./endpoint";
import { listDrift, listRejects, listUnreadable } from "./findings";
import { getFlight, listFlightEvents, listFlights } from "./flights";
import { getOverview } from "./overview";
import { getPayload } from "./payloads";
import { getQuota } from "./quota";
import {
  cancelRun,
  getRun,
  listRuns,
  pauseRun,
  resumeRun,
  startFlightSync,
  startSync,
} from "./sync";
import { getApiRoot, getHealth, getLiveness, getOpenApi } from "./system";
import { getTracked, trackAirport, trackRoute, untrackAirport, untrackRoute } from "./tracked";

/** Everything the API promises, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  getApiRoot,
  getHealth,
  getLiveness,
  getOpenApi,
  getOverview,
  listAirports,
  listAirportPositions,
  getAirport,
  listFlights,
  getFlight,
  listFlightEvents,
  startSync,
  startFlightSync,
  listRuns,
  getRun,
  cancelRun,
  pauseRun,
  resumeRun,
  getTracked,
  trackRoute,
  untrackRoute,
  trackAirport,
  untrackAirport,
  listCoverageDays,
  listCoverageTotals,
  listCoverageWindows,
  getCoverageGaps,
  previewBackfill,
  startBackfill,
  listRejects,
  listUnreadable,
  listDrift,
  getQuota,
  getPayload,
];
