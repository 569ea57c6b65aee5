import { listFlightStats } from "@/lib/contract/stats";
import { findFlightStats } from "@/lib/db/stats/find-flight-stats";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listFlightStats, ({ query }) => findFlightStats(query)),
});
