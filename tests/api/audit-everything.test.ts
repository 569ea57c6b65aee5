import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { testDatabase } from "@/tests/servers/test-database";
import { call } from "./fixtures/call";
import { person, session } from "./fixtures/callers";
import { WRITE_EXAMPLES, type Writer } from "./fixtures/write-examples";

testDatabase();

let writer: Writer;
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough", API_CALLS_PER_MINUTE: 0 });
  const id = await person("admin", "writer");
  writer = { id, headers: await session(id) };
});

const Entry = z.object({
  id: z.number(),
  action: z.string(),
  user_id: z.string().nullable(),
  email: z.string(),
  resource: z.string(),
  resource_key: z.string(),
  request_id: z.string().nullable(),
});
const entries = () =>
  query(
    Entry,
    "SELECT id, action, user_id, email, resource, resource_key, request_id FROM audit_log ORDER BY id",
  );

/** A preview changes nothing. */
const isWrite = ({ method, path }: Endpoint) => method !== "GET" && !path.endsWith("/preview");
const writes = endpoints.filter(isWrite);

it("there is an example of each operation that changes something, and of nothing else", () => {
  expect(Object.keys(WRITE_EXAMPLES).toSorted()).toEqual(writes.map(({ id }) => id).toSorted());
});

/** In the order of the examples, of which the last one signs its caller out. */
const inOrder = Object.keys(WRITE_EXAMPLES).flatMap(
  (id) => writes.find((endpoint) => endpoint.id === id) ?? [],
);

describe("what succeeds leaves exactly one line in the audit log", () => {
  it.each(inOrder.map((endpoint) => [endpoint.id, endpoint] as const))(
    "%s",
    async (id, endpoint) => {
      const { path, body } = (await WRITE_EXAMPLES[id]?.(writer)) ?? { path: "" };
      const before = await entries();
      const { headers } = writer;
      const answer = await call(endpoint.method, path, {
        headers: { ...headers, "x-request-id": `request-of-${id}` },
        ...(body === undefined ? {} : { body }),
      });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      expect((await entries()).slice(before.length)).toMatchObject([
        {
          action: id,
          user_id: writer.id,
          email: "writer@example.org",
          request_id: `request-of-${id}`,
          resource_key: expect.stringMatching(/./),
        },
      ]);
    },
  );
});

describe("what is refused leaves none", () => {
  it.each(writes.map((endpoint) => [endpoint.id, endpoint] as const))("%s", async (_, endpoint) => {
    const before = await entries();
    const path = endpoint.path.replaceAll(/\{\w+\}/g, "~");
    const answer = await call(endpoint.method, path, { ...writer, body: { nonsense: true } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await entries()).toEqual(before);
  });
});
