import { listFlightCodeshares } from "@/lib/contract/codeshares";
import { findFlightSold } from "@/lib/db/flights/find-flight-sold";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listFlightCodeshares, async ({ params, query }) =>
    orNotFound(await findFlightSold(params.id, query), "flight", `${params.id}`),
  ),
});
