import { z } from "zod";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

/** One change that somebody made. */
export const AuditRow = z
  .object({
    id: z.number().int(),
    at: Instant,
    user_id: z.uuid().nullable().meta({ description: "null for a command line or the product" }),
    email: z.string().meta({
      description: "Who it was; `command line` or `system` where it was no person",
    }),
    key_id: z.uuid().nullable().meta({ description: "The key that was used" }),
    request_id: z.string().nullable(),
    address: z.string().nullable(),
    action: z.string().meta({ description: "Id of the operation", example: "revokeKey" }),
    resource: z.string().meta({ example: "keys" }),
    resource_key: z.string(),
    before: z.unknown().meta({ description: "What was there; null where there was nothing" }),
    after: z.unknown().meta({ description: "What is there since; null where it was removed" }),
  })
  .meta({ id: "AuditRow" });
export type AuditRow = z.infer<typeof AuditRow>;

/** A name of ours: nothing else is ever found by it. */
const word = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[\w-]+$/, "must be one word of letters and digits");

export const AuditQuery = z
  .strictObject({
    ...Paging.shape,
    resource: word(30).optional().meta({ example: "keys" }),
    resource_key: z.string().trim().min(1).max(100).optional(),
    user: z.string().trim().min(1).max(190).optional().meta({
      description: "Id or e-mail address of who did it; `command line` and `system` too",
    }),
    action: word(40).optional().meta({ example: "revokeKey" }),
    from: Instant.optional().meta({ description: "From this instant on" }),
    to: Instant.optional().meta({ description: "Before this instant" }),
    fields: fieldsOf(AuditRow),
  })
  .check(({ value: { from, to }, issues }) => {
    if (!from || !to || Date.parse(from) < Date.parse(to)) return;
    issues.push({
      code: "custom",
      path: ["to"],
      input: to,
      message: "must lie after the first instant",
    });
  });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const listAudit = defineEndpoint({
  id: "listAudit",
  method: "GET",
  path: "/api/audit",
  summary: "Who changed what, newest first",
  tag: "Access",
  access: "admin",
  query: AuditQuery,
  response: z.array(AuditRow),
  paged: true,
});
