import { changePassword, getAccount } from "./account";
import { getAircraft, listAircraft } from "./aircraft";
import { createAirline, deleteAirline, getAirline, listAirlines, replaceAirline } from "./airlines";
import {
  createAirport,
  deleteAirport,
  getAirport,
  listAirportPositions,
  listAirports,
  replaceAirport,
} from "./airports";
import { listAudit } from "./audit";
import { previewBackfill, startBackfill } from "./backfills";
import { getCity, listCities } from "./cities";
import { listCodeshares, listFlightCodeshares } from "./codeshares";
import { getCountry, listCountries } from "./countries";
import {
  getCoverageGaps,
  listCoverageDays,
  listCoverageTotals,
  listCoverageWindows,
} from "./coverage";
import type { Endpoint } from "./endpoint";
import { exportAirports, exportFlights } from "./exports";
import { getDrift, listDrift, listRejects, listUnreadable } from "./findings";
import { createFlight, deleteFlight, replaceFlight } from "./flight-edits";
import { listEvents, listFlightEvents } from "./flight-events";
import { listFlightPayloads } from "./flight-payloads";
import { getFlight, listFlights, listRouteFlights } from "./flights";
import { createKey, getKey, listKeys, revokeKey } from "./keys";
import { getOverview } from "./overview";
import { getPayload, listPayloads } from "./payloads";
import { getQuota } from "./quota";
import { getReject, replayReject, replayRejects } from "./rejects";
import { getRoute, listRoutes } from "./routes";
import { getStats, listFlightStats } from "./stats";
import {
  cancelRun,
  getRun,
  listRuns,
  pauseRun,
  resumeRun,
  startFlightSync,
  startSync,
} from "./sync";
import { getApiRoot, getClient, getHealth, getLiveness, getOpenApi } from "./system";
import { getTracked, trackAirport, trackRoute, untrackAirport, untrackRoute } from "./tracked";
import { createUser, getUser, listUsers, setUserPassword, updateUser } from "./users";

/** Everything the API promises, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  getApiRoot,
  getHealth,
  getLiveness,
  getOpenApi,
  getClient,
  getOverview,
  listAirports,
  listAirportPositions,
  exportAirports,
  getAirport,
  createAirport,
  replaceAirport,
  deleteAirport,
  listAirlines,
  getAirline,
  createAirline,
  replaceAirline,
  deleteAirline,
  listAircraft,
  getAircraft,
  listCountries,
  getCountry,
  listCities,
  getCity,
  listFlights,
  exportFlights,
  getFlight,
  listRouteFlights,
  listFlightEvents,
  listFlightCodeshares,
  listEvents,
  listCodeshares,
  listRoutes,
  getRoute,
  getStats,
  listFlightStats,
  createFlight,
  replaceFlight,
  deleteFlight,
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
  getReject,
  replayReject,
  replayRejects,
  listUnreadable,
  listDrift,
  getDrift,
  getQuota,
  listPayloads,
  getPayload,
  listFlightPayloads,
  getAccount,
  changePassword,
  listKeys,
  getKey,
  createKey,
  revokeKey,
  listUsers,
  getUser,
  createUser,
  updateUser,
  setUserPassword,
  listAudit,
];
