import { findSourceSettings } from "@/inngest/source";
import { getQuota } from "@/lib/contract/quota";
import { findQuotaState } from "@/lib/db/quota";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getQuota, async () => {
    const { keyHash, limits } = await findSourceSettings();
    return findQuotaState(keyHash, limits);
  }),
});
