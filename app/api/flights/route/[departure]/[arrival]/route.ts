import { listRouteFlights } from "@/lib/contract/flights";
import { findFlights } from "@/lib/db/flights/find-flights";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listRouteFlights, ({ params, query }) =>
    findFlights({ ...query, departure_airport: params.departure, arrival_airport: params.arrival }),
  ),
});
