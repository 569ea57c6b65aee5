import { listEvents } from "@/lib/contract/flight-events";
import { findEvents } from "@/lib/db/flights/find-events";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEvents, ({ query }) => findEvents(query)),
});
