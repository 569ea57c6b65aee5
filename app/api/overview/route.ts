import { findOverview } from "@/inngest/find-overview";
import { getOverview } from "@/lib/contract/overview";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getOverview, () => findOverview()),
});
