import { getCountry } from "@/lib/contract/countries";
import { findCountry } from "@/lib/db/countries/find-country";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getCountry, async ({ params }) =>
    orNotFound(await findCountry(params.code), "country", params.code),
  ),
});
