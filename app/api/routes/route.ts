import { listRoutes } from "@/lib/contract/routes";
import { findRoutes } from "@/lib/db/routes/find-routes";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listRoutes, ({ query }) => findRoutes(query)),
});
