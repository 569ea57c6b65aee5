import { getReject } from "@/lib/contract/rejects";
import { findReject } from "@/lib/db/findings/find-reject";
import { methods } from "@/lib/http/methods";
import { orNotFound } from "@/lib/http/or-not-found";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getReject, async ({ params }) =>
    orNotFound(await findReject(params.id), "reject", `${params.id}`),
  ),
});
