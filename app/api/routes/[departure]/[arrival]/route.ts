import { getRoute } from "@/lib/contract/routes";
import { findRoute } from "@/lib/db/routes/find-route";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getRoute, async ({ params: { departure, arrival } }) =>
    orNotFound(await findRoute(departure, arrival), "route", `${departure}-${arrival}`),
  ),
});
