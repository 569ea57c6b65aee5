import { listCountries } from "@/lib/contract/countries";
import { findCountries } from "@/lib/db/countries/find-countries";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCountries, ({ query }) => findCountries(query)),
});
