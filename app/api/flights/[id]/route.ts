import { getFlight } from "@/lib/contract/flights";
import { findFlight } from "@/lib/db/flights/find-flight";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(
    getFlight,
    async ({ params }) => orNotFound(await findFlight(params.id), "flight", `${params.id}`),
    { cache: "data_version" },
  ),
});
