import { z } from "zod";
import { KEY_SCOPES, KEY_STATES, LIVE_KEYS_MAX } from "@/lib/model/api-key";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

/** A key as it is shown ever after: never the key itself. */
export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().meta({
      description: "First characters of the key, to tell it from others",
      example: "dst_a1B2c3D4",
    }),
    scopes: z.array(z.enum(KEY_SCOPES)),
    state: z.enum(KEY_STATES).meta({ description: "Only a live key opens anything" }),
    user_id: z.uuid(),
    user_email: z.string(),
    created_at: Instant,
    expires_at: Instant.nullable(),
    last_used_at: Instant.nullable().meta({ description: "To the minute" }),
    revoked_at: Instant.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

/** A sort begins with a minus where it descends. */
export const KEY_SORTS = ["-created_at", "created_at", "name", "-name"] as const;

export const KeyQuery = z.strictObject({
  ...Paging.shape,
  user_id: z
    .union([z.uuid(), z.literal("all")], { error: "must be the id of a person, or all" })
    .optional()
    .meta({ description: "Whose keys: your own where absent; only an admin sees those of others" }),
  state: z.enum(KEY_STATES).optional(),
  sort: z.enum(KEY_SORTS).default("-created_at"),
  fields: fieldsOf(ApiKey),
});
export type KeyQuery = z.infer<typeof KeyQuery>;

export const listKeys = defineEndpoint({
  id: "listKeys",
  method: "GET",
  path: "/api/keys",
  summary: "List API keys, revoked ones included",
  tag: "Access",
  access: "viewer",
  keyScope: "never",
  query: KeyQuery,
  response: z.array(ApiKey),
  paged: true,
});

const KeyParams = z.strictObject({ id: z.uuid() });

export const getKey = defineEndpoint({
  id: "getKey",
  method: "GET",
  path: "/api/keys/{id}",
  summary: "Get one API key, without the key itself",
  tag: "Access",
  access: "viewer",
  keyScope: "never",
  params: KeyParams,
  response: ApiKey,
  errors: ["not_found"],
});

export const NewKey = z.strictObject({
  name: z.string().trim().min(1).max(120).meta({
    description: "What it is for",
    example: "Notebook on delays",
  }),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .max(KEY_SCOPES.length)
    .meta({ description: "What it may; none of them holds another", example: ["read"] }),
  expires_at: Instant.optional().meta({ description: "Must lie ahead; never where absent" }),
});
export type NewKey = z.infer<typeof NewKey>;

export const CreatedKey = ApiKey.extend({
  key: z.string().meta({ description: "The key, shown here and never again" }),
}).meta({ id: "CreatedKey" });
export type CreatedKey = z.infer<typeof CreatedKey>;

export const createKey = defineEndpoint({
  id: "createKey",
  method: "POST",
  path: "/api/keys",
  summary: "Make an API key of your own",
  description: `To be sent as \`Authorization: Bearer dst_…\`. It may what its scopes say and never more than you may at the time. One person has ${LIVE_KEYS_MAX} live keys at most.`,
  tag: "Access",
  access: "viewer",
  keyScope: "never",
  body: NewKey,
  response: CreatedKey,
  status: 201,
  errors: ["conflict"],
});

export const revokeKey = defineEndpoint({
  id: "revokeKey",
  method: "DELETE",
  path: "/api/keys/{id}",
  summary: "Revoke an API key",
  description:
    "It opens nothing from the next second on, and stays listed. Your own, or anybody's as admin. Revoking it again changes nothing.",
  tag: "Access",
  access: "viewer",
  keyScope: "never",
  params: KeyParams,
  response: ApiKey,
  errors: ["not_found"],
});
