import { createAirport, listAirports } from "@/lib/contract/airports";
import { createAirport as create } from "@/lib/db/airports/create-airport";
import { findAirports } from "@/lib/db/airports/find-airports";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAirports, ({ query }) => findAirports(query)),
  POST: serve(createAirport, async ({ body, actor }) => {
    const airport = await create(body, actor);
    return new Reply(201, airport, { location: `/api/airports/${airport.airport_code}` });
  }),
});
