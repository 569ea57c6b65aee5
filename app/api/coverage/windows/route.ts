import { listCoverageWindows } from "@/lib/contract/coverage";
import { findDayWindows } from "@/lib/db/coverage/find-day-windows";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCoverageWindows, ({ query }) => findDayWindows(query)),
});
