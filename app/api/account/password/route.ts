import { changePassword as change } from "@/lib/auth/change-password";
import { changePassword } from "@/lib/contract/account";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    changePassword,
    async (asked) => new Reply(204, undefined, { "set-cookie": await change(asked) }),
  ),
});
