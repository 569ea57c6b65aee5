import { getAccount } from "@/lib/contract/account";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccount, ({ caller: { key, ...person } }) => ({
    ...person,
    key: key && { id: key.id, scopes: [...key.scopes] },
  })),
});
