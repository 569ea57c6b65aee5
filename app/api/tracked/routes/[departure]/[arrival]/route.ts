import { changeTracked } from "@/inngest/change-tracked";
import { trackRoute, untrackRoute } from "@/lib/contract/tracked";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: serve(trackRoute, ({ params, caller }) => changeTracked.addRoute(params, caller)),
  DELETE: serve(untrackRoute, ({ params }) => changeTracked.removeRoute(params)),
});
