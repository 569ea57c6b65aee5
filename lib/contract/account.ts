import { z } from "zod";
import { KEY_SCOPES } from "@/lib/model/api-key";
import { ROLES } from "@/lib/model/roles";
import { defineEndpoint } from "./endpoint";
import { NewPassword } from "./password";

export const Account = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    key: z
      .object({ id: z.uuid(), scopes: z.array(z.enum(KEY_SCOPES)) })
      .nullable()
      .meta({ description: "The key that was used; null where you are signed in" }),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

export const getAccount = defineEndpoint({
  id: "getAccount",
  method: "GET",
  path: "/api/account",
  summary: "Who you are here, and what your key may",
  tag: "Access",
  access: "viewer",
  response: Account,
});

export const PasswordChange = z.strictObject({
  current_password: z.string().min(1).max(1000).meta({ format: "password" }),
  new_password: NewPassword,
});
export type PasswordChange = z.infer<typeof PasswordChange>;

export const changePassword = defineEndpoint({
  id: "changePassword",
  method: "POST",
  path: "/api/account/password",
  summary: "Change your own password",
  description:
    "All your other sessions end; this one goes on with the cookie of the answer. Wrong tries count like those of signing in.",
  tag: "Access",
  access: "viewer",
  keyScope: "never",
  body: PasswordChange,
  response: z.undefined(),
  status: 204,
  errors: ["conflict"],
});
