import { findHealth } from "@/inngest/find-health";
import { getHealth } from "@/lib/contract/system";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(
    getHealth,
    async () => {
      const { status, health } = await findHealth();
      return new Reply(status, health);
    },
    { independent: true },
  ),
});
