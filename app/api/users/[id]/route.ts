import { getUser, updateUser } from "@/lib/contract/users";
import { getUser as get } from "@/lib/db/users/get-user";
import { updateUser as update } from "@/lib/db/users/update-user";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getUser, ({ params }) => get(params.id)),
  PUT: serve(updateUser, ({ params, body, actor }) => update(params.id, body, actor)),
});
