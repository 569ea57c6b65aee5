import { getStats } from "@/lib/contract/stats";
import { findStats } from "@/lib/db/stats/find-stats";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getStats, () => findStats()),
});
