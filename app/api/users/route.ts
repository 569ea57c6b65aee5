import { createUser, listUsers } from "@/lib/contract/users";
import { createUser as create } from "@/lib/db/users/create-user";
import { findUsers } from "@/lib/db/users/find-users";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listUsers, ({ query }) => findUsers(query)),
  POST: serve(createUser, async ({ body, actor }) => {
    const made = await create(body, actor);
    return new Reply(201, made, { location: `/api/users/${made.id}` });
  }),
});
