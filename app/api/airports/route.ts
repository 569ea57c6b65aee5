import { listAirports } from "@/lib/contract/airports";
import { findAirports } from "@/lib/db/airports/find-airports";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAirports, ({ query }) => findAirports(query), { cache: "data_version" }),
});
