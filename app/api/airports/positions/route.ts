import { listAirportPositions } from "@/lib/contract/airports";
import { findAirportPositions } from "@/lib/db/airports/find-airport-positions";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAirportPositions, ({ query }) => findAirportPositions(query)),
});
