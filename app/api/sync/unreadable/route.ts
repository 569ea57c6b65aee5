import { listUnreadable } from "@/lib/contract/findings";
import { findUnreadable } from "@/lib/db/findings/find-unreadable";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listUnreadable, ({ query }) => findUnreadable(query)),
});
