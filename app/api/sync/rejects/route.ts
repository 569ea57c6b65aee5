import { listRejects } from "@/lib/contract/findings";
import { findRejects } from "@/lib/db/findings/find-rejects";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listRejects, ({ query }) => findRejects(query)),
});
