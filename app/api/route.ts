import { getApiRoot } from "@/lib/contract/system";
import { APP_VERSION } from "@/lib/http/app-version";
import { findDataOrigin } from "@/lib/http/data-origin";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getApiRoot, async () => ({
    name: "DST Airlines",
    version: APP_VERSION,
    docs: "/api/docs",
    origin: await findDataOrigin(),
  })),
});
