import { resumeAndWake } from "@/inngest/resume-and-wake";
import { resumeRun } from "@/lib/contract/sync";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(resumeRun, ({ params, actor }) => resumeAndWake(params.id, actor)),
});
