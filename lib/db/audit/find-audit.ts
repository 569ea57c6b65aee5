import { z } from "zod";
import type { AuditQuery, AuditRow } from "@/lib/contract/audit";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";

const Row = z.object({
  id: z.number(),
  at: z.date(),
  user_id: z.string().nullable(),
  email: z.string(),
  key_id: z.string().nullable(),
  request_id: z.string().nullable(),
  address: z.string().nullable(),
  action: z.string(),
  resource: z.string(),
  resource_key: z.string(),
  before_json: z.string().nullable(),
  after_json: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

const NEWEST: readonly OrderTerm<Row>[] = [
  { sql: "id", kind: "number", descending: true, of: (row) => row.id },
];

/** Changes that match, newest first. Throws `validation_failed` for a wrong cursor. */
export async function findAudit({
  skip,
  limit,
  cursor,
  fields: _,
  ...filter
}: AuditQuery): Promise<Page<AuditRow>> {
  const page = await findPage(
    {
      list: "audit",
      sort: "newest",
      filter,
      row: Row,
      select: fragment(
        "id, at, user_id, email, key_id, request_id, address, action, resource, resource_key, before_json, after_json",
      ),
      from: "audit_log",
      where: conditions(filter),
      order: NEWEST,
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ at, before_json, after_json, ...same }) => ({
    ...same,
    at: at.toISOString(),
    before: readJson(before_json),
    after: readJson(after_json),
  }));
}

function conditions(filter: Omit<AuditQuery, "skip" | "limit" | "cursor" | "fields">): Fragment {
  const { resource, resource_key, user, action, from, to } = filter;
  return allOf([
    ...(resource ? [fragment("resource = ?", resource)] : []),
    ...(resource_key ? [fragment("resource_key = ?", resource_key)] : []),
    ...(user ? [doneBy(user)] : []),
    ...(action ? [fragment("action = ?", action)] : []),
    ...(from ? [fragment("at >= ?", new Date(from))] : []),
    ...(to ? [fragment("at < ?", new Date(to))] : []),
  ]);
}

const doneBy = (user: string): Fragment =>
  z.uuid().safeParse(user).success
    ? fragment("user_id = ?", user.toLowerCase())
    : fragment("email = ?", user);

const readJson = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
