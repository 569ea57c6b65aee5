import { createFlight } from "@/lib/contract/flight-edits";
import { listFlights } from "@/lib/contract/flights";
import { createFlight as create } from "@/lib/db/flights/create-flight";
import { findFlights } from "@/lib/db/flights/find-flights";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listFlights, ({ query }) => findFlights(query)),
  POST: serve(createFlight, async ({ body, actor }) => {
    const flight = await create(body, actor);
    return new Reply(201, flight, { location: `/api/flights/${flight.id}` });
  }),
});
