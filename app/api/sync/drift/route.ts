import { listDrift } from "@/lib/contract/findings";
import { findDrift } from "@/lib/db/findings/find-drift";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listDrift, ({ query }) => findDrift(query)),
});
