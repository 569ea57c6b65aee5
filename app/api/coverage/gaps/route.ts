import { findGaps } from "@/inngest/find-gaps";
import { getCoverageGaps } from "@/lib/contract/coverage";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getCoverageGaps, ({ query }) => findGaps(query)),
});
