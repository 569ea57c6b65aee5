import { keysWithinReach } from "@/lib/auth/whose-keys";
import { getKey, revokeKey } from "@/lib/contract/keys";
import { getKey as get } from "@/lib/db/keys/get-key";
import { revokeKey as revoke } from "@/lib/db/keys/revoke-key";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getKey, ({ params, caller }) => get(params.id, keysWithinReach(caller))),
  DELETE: serve(revokeKey, ({ params, caller, actor }) =>
    revoke(params.id, keysWithinReach(caller), actor),
  ),
});
