import { setOthersPassword } from "@/lib/auth/set-others-password";
import { setUserPassword } from "@/lib/contract/users";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: serve(setUserPassword, async ({ params, body, actor }) => {
    await setOthersPassword(params.id, body.password, actor);
    return undefined;
  }),
});
