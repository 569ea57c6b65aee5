import { getCity } from "@/lib/contract/cities";
import { findCity } from "@/lib/db/cities/find-city";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getCity, async ({ params }) =>
    orNotFound(await findCity(params.code), "city", params.code),
  ),
});
