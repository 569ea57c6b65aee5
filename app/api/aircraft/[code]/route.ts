import { getAircraft } from "@/lib/contract/aircraft";
import { findAircraft } from "@/lib/db/aircraft/find-aircraft";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAircraft, async ({ params }) =>
    orNotFound(await findAircraft(params.code), "aircraft type", params.code),
  ),
});
