import { getAirport, listAirportPositions, listAirports } from "./airports";
import type { Endpoint } from "./endpoint";
import { listDrift, listRejects, listUnreadable } from "./findings";
import { getOverview } from "./overview";
import { getPayload } from "./payloads";
import { getQuota } from "./quota";
import { cancelRun, getRun, listRuns, startSync } from "./sync";
import { getApiRoot, getHealth, getLiveness, getOpenApi } from "./system";

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
  startSync,
  listRuns,
  getRun,
  cancelRun,
  listRejects,
  listUnreadable,
  listDrift,
  getQuota,
  getPayload,
];
