import { getLiveness } from "@/lib/contract/system";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getLiveness, () => ({ status: "ok" as const }), {
    independent: true,
    unlimited: true,
  }),
});
