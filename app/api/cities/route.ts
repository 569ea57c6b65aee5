import { listCities } from "@/lib/contract/cities";
import { findCities } from "@/lib/db/cities/find-cities";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCities, ({ query }) => findCities(query)),
});
