import { listCodeshares } from "@/lib/contract/codeshares";
import { findSoldFlights } from "@/lib/db/flights/find-sold-flights";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCodeshares, ({ query }) => findSoldFlights(query)),
});
