import { listFlightEvents } from "@/lib/contract/flight-events";
import { findFlightEvents } from "@/lib/db/flights/find-flight-events";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listFlightEvents, async ({ params, query }) =>
    orNotFound(await findFlightEvents(params.id, query), "flight", `${params.id}`),
  ),
});
