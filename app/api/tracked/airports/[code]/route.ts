import { changeTracked } from "@/inngest/change-tracked";
import { trackAirport, untrackAirport } from "@/lib/contract/tracked";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: serve(trackAirport, ({ params, body, actor }) =>
    changeTracked.addAirport(params.code, body, actor),
  ),
  DELETE: serve(untrackAirport, ({ params, actor }) =>
    changeTracked.removeAirport(params.code, actor),
  ),
});
