import { whoseKeys } from "@/lib/auth/whose-keys";
import { createKey, listKeys } from "@/lib/contract/keys";
import { createKey as create } from "@/lib/db/keys/create-key";
import { findKeys } from "@/lib/db/keys/find-keys";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listKeys, ({ query: { user_id, ...wish }, caller }) =>
    findKeys(wish, whoseKeys(caller, user_id)),
  ),
  POST: serve(createKey, async ({ body, caller, actor }) => {
    const made = await create(caller.id, body, actor);
    return new Reply(201, made, { location: `/api/keys/${made.id}` });
  }),
});
