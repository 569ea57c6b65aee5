import { getAirport } from "@/lib/contract/airports";
import { referToAirport } from "@/lib/db/airports/refer-to-airport";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(
    getAirport,
    async ({ params }) => orNotFound(await referToAirport(params.code), "airport", params.code),
    { cache: "data_version" },
  ),
});
