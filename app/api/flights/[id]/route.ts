import { deleteFlight, replaceFlight } from "@/lib/contract/flight-edits";
import { getFlight } from "@/lib/contract/flights";
import { deleteFlight as remove } from "@/lib/db/flights/delete-flight";
import { findFlight } from "@/lib/db/flights/find-flight";
import { replaceFlight as replace } from "@/lib/db/flights/replace-flight";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getFlight, async ({ params }) =>
    orNotFound(await findFlight(params.id), "flight", `${params.id}`),
  ),
  PUT: serve(replaceFlight, ({ params, body, actor, call: { precondition } }) =>
    replace(params.id, body, { actor, precondition }),
  ),
  DELETE: serve(deleteFlight, async ({ params, actor, call: { precondition } }) => {
    await remove(params.id, { actor, precondition });
    return null;
  }),
});
