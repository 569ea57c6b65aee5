import { createAirline, listAirlines } from "@/lib/contract/airlines";
import { createAirline as create } from "@/lib/db/airlines/create-airline";
import { findAirlines } from "@/lib/db/airlines/find-airlines";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAirlines, ({ query }) => findAirlines(query)),
  POST: serve(createAirline, async ({ body, actor }) => {
    const airline = await create(body, actor);
    return new Reply(201, airline, { location: `/api/airlines/${airline.airline_code}` });
  }),
});
