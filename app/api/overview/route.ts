import { getOverview } from "@/lib/contract/overview";
import { getOverview as readOverview } from "@/lib/db/overview";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getOverview, () => readOverview(new Date())),
});
