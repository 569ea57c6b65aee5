import { z } from "zod";
import { ROLES } from "@/lib/model/roles";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { NewPassword } from "./password";

export const User = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    live_keys: z.number().int().meta({ description: "Keys that were neither revoked nor expired" }),
    last_sign_in_at: Instant.nullable(),
    disabled_at: Instant.nullable().meta({
      description: "Since when this person may not sign in and their keys open nothing",
    }),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

/** A sort begins with a minus where it descends. */
export const USER_SORTS = [
  "email",
  "-email",
  "name",
  "-name",
  "created_at",
  "-created_at",
] as const;

export const UserQuery = z.strictObject({
  ...Paging.shape,
  role: z.enum(ROLES).optional(),
  disabled: z.enum(["true", "false"]).optional(),
  q: z.string().trim().min(1).max(80).optional().meta({
    description: "Part of the name or the address",
  }),
  sort: z.enum(USER_SORTS).default("email"),
  fields: fieldsOf(User),
});
export type UserQuery = z.infer<typeof UserQuery>;

export const listUsers = defineEndpoint({
  id: "listUsers",
  method: "GET",
  path: "/api/users",
  summary: "List who may sign in, and who no longer may",
  tag: "Access",
  access: "admin",
  query: UserQuery,
  response: z.array(User),
  paged: true,
});

const UserParams = z.strictObject({ id: z.uuid() });

export const getUser = defineEndpoint({
  id: "getUser",
  method: "GET",
  path: "/api/users/{id}",
  summary: "Get one person",
  tag: "Access",
  access: "admin",
  params: UserParams,
  response: User,
  errors: ["not_found"],
});

const Name = z.string().trim().min(1).max(120);

export const NewUser = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(190)
    .pipe(z.email("must be an e-mail address"))
    .meta({ description: "What they sign in with", example: "anna@example.org" }),
  name: Name.meta({ example: "Anna" }),
  role: z.enum(ROLES),
  password: NewPassword,
});
export type NewUser = z.infer<typeof NewUser>;

export const createUser = defineEndpoint({
  id: "createUser",
  method: "POST",
  path: "/api/users",
  summary: "Add a person",
  tag: "Access",
  access: "admin",
  keyScope: "never",
  body: NewUser,
  response: User,
  status: 201,
  errors: ["conflict"],
});

export const UserChange = z.strictObject({
  name: Name,
  role: z.enum(ROLES),
  disabled: z.boolean().meta({
    description:
      "true ends their sessions and keys; people are never deleted, the audit names them",
  }),
});
export type UserChange = z.infer<typeof UserChange>;

export const updateUser = defineEndpoint({
  id: "updateUser",
  method: "PUT",
  path: "/api/users/{id}",
  summary: "Set name, role and whether a person may sign in",
  description:
    "The last admin who may sign in stays one (409). A person who is disabled is signed out within 3 seconds.",
  tag: "Access",
  access: "admin",
  keyScope: "never",
  params: UserParams,
  body: UserChange,
  response: User,
  errors: ["not_found", "conflict"],
});

export const setUserPassword = defineEndpoint({
  id: "setUserPassword",
  method: "PUT",
  path: "/api/users/{id}/password",
  summary: "Give another person a new password",
  description:
    "All their sessions end; their keys stay. For your own there is `POST /api/account/password` (409 here).",
  tag: "Access",
  access: "admin",
  keyScope: "never",
  params: UserParams,
  body: z.strictObject({ password: NewPassword }),
  response: z.undefined(),
  status: 204,
  errors: ["not_found", "conflict"],
});
