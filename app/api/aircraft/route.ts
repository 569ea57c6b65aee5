import { listAircraft } from "@/lib/contract/aircraft";
import { findAircraftTypes } from "@/lib/db/aircraft/find-aircraft-types";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAircraft, ({ query }) => findAircraftTypes(query)),
});
