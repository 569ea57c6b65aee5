import { changeTracked } from "@/inngest/change-tracked";
import { trackAirport, untrackAirport } from "@/lib/contract/tracked";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: serve(trackAirport, ({ params, body, caller }) =>
    changeTracked.addAirport(params.code, body, caller),
  ),
  DELETE: serve(untrackAirport, ({ params }) => changeTracked.removeAirport(params.code)),
});
