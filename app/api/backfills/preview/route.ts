import { foreseeBackfill } from "@/inngest/foresee-backfill";
import { previewBackfill } from "@/lib/contract/backfills";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(previewBackfill, ({ body }) => foreseeBackfill(body)),
});
