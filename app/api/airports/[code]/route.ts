import { deleteAirport, getAirport, replaceAirport } from "@/lib/contract/airports";
import { deleteAirport as remove } from "@/lib/db/airports/delete-airport";
import { referToAirport } from "@/lib/db/airports/refer-to-airport";
import { replaceAirport as replace } from "@/lib/db/airports/replace-airport";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAirport, async ({ params }) =>
    orNotFound(await referToAirport(params.code), "airport", params.code),
  ),
  PUT: serve(replaceAirport, ({ params, body, actor, call: { precondition } }) =>
    replace(params.code, body, { actor, precondition }),
  ),
  DELETE: serve(deleteAirport, async ({ params, actor, call: { precondition } }) => {
    await remove(params.code, { actor, precondition });
    return null;
  }),
});
