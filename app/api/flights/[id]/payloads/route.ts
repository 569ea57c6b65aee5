import { listFlightPayloads } from "@/lib/contract/flight-payloads";
import { findFlightPayloads } from "@/lib/db/flights/find-flight-payloads";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listFlightPayloads, async ({ params }) =>
    orNotFound(await findFlightPayloads(params.id), "flight", `${params.id}`),
  ),
});
