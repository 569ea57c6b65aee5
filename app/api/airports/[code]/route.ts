import { getAirport } from "@/lib/contract/airports";
import { getAirport as readAirport } from "@/lib/db/airports/get-airport";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAirport, ({ params }) => readAirport(params.code), { cache: "data_version" }),
});
