import { requestFlightSync } from "@/inngest/request-flight-sync";
import { startFlightSync } from "@/lib/contract/sync";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startFlightSync, ({ query, caller }) => requestFlightSync(query, caller.email)),
});
