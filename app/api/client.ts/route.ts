import { getClient } from "@/lib/contract/system";
import { serveClient } from "@/lib/http/client/serve-client";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getClient, serveClient),
});
