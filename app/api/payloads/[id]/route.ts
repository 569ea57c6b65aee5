import { findKeptPayload } from "@/inngest/find-kept-payload";
import { getPayload } from "@/lib/contract/payloads";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getPayload, async ({ params }) =>
    orNotFound(await findKeptPayload(params.id), "answer", params.id),
  ),
});
