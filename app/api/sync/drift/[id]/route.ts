import { getDrift } from "@/lib/contract/findings";
import { findOneDrift } from "@/lib/db/findings/find-drift";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getDrift, async ({ params }) =>
    orNotFound(await findOneDrift(params.id), "drift", `${params.id}`),
  ),
});
