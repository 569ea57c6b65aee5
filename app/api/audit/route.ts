import { listAudit } from "@/lib/contract/audit";
import { findAudit } from "@/lib/db/audit/find-audit";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAudit, ({ query }) => findAudit(query)),
});
