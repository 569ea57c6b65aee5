import { requestBackfill } from "@/inngest/request-backfill";
import { startBackfill } from "@/lib/contract/backfills";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startBackfill, ({ body, actor }) => requestBackfill(body, actor)),
});
