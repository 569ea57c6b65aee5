import { findTrackedWithForecast } from "@/inngest/find-tracked-with-forecast";
import { getTracked } from "@/lib/contract/tracked";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTracked, () => findTrackedWithForecast()),
});
