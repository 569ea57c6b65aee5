import { listPayloads } from "@/lib/contract/payloads";
import { findPayloads } from "@/lib/db/payloads/find-payloads";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listPayloads, ({ query }) => findPayloads(query)),
});
