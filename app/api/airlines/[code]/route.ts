import { deleteAirline, getAirline, replaceAirline } from "@/lib/contract/airlines";
import { deleteAirline as remove } from "@/lib/db/airlines/delete-airline";
import { findAirline } from "@/lib/db/airlines/find-airline";
import { replaceAirline as replace } from "@/lib/db/airlines/replace-airline";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAirline, async ({ params }) =>
    orNotFound(await findAirline(params.code), "airline", params.code),
  ),
  PUT: serve(replaceAirline, ({ params, body, actor, call: { precondition } }) =>
    replace(params.code, body, { actor, precondition }),
  ),
  DELETE: serve(deleteAirline, async ({ params, actor, call: { precondition } }) => {
    await remove(params.code, { actor, precondition });
    return null;
  }),
});
