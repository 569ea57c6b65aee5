import { changeTracked } from "@/inngest/change-tracked";
import { trackRoute, untrackRoute } from "@/lib/contract/tracked";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: serve(trackRoute, ({ params, actor }) => changeTracked.addRoute(params, actor)),
  DELETE: serve(untrackRoute, ({ params, actor }) => changeTracked.removeRoute(params, actor)),
});
