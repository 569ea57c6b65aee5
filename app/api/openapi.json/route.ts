import { getOpenApi } from "@/lib/contract/system";
import { methods } from "@/lib/http/methods";
import { openApiDocument } from "@/lib/http/openapi";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getOpenApi, () => openApiDocument(new Date().toISOString().slice(0, 10))),
});
