import { expect, test } from "vitest";
import { Payload } from "@/lib/contract/payloads";
import { findPayload } from "@/lib/raw/find-payload";
import type { PayloadStore, StoredPayload } from "@/lib/raw/payload-store";

const ID = "01900000-0000-7000-8000-000000000002";

const storeWith = (body: Uint8Array): PayloadStore => {
  const payload: StoredPayload = {
    id: ID,
    stream: "airports",
    window: "list 1-100",
    runId: "01900000-0000-7000-8000-000000000001",
    hash: "a".repeat(64),
    bytes: body.length,
    answer: {
      path: "/mds-references/airports",
      query: { limit: "100" },
      status: 200,
      headers: { "content-type": "application/json" },
      body,
      receivedAt: new Date("2026-11-22T02:00:00.123Z"),
      durationMs: 231,
    },
  };
  const unused = () => Promise.reject(new Error("not asked for"));
  return {
    kind: "mysql",
    find: async (id) => (id === ID ? payload : null),
    ...{ saveMany: unused, findMany: unused },
    ...{ save: unused, listIds: unused, remove: unused, sweep: unused },
    ...{ stats: unused, ping: unused, close: unused },
  };
};

test("shows an answer as the contract says, with its text unchanged", async () => {
  const text = '\ufeff{"Name":"Zürich"}\r\n';
  const payload = await findPayload(storeWith(Buffer.from(text)), ID);
  expect(Payload.parse(payload)).toMatchObject({
    ...{ id: ID, store: "mysql", received_at: "2026-11-22T02:00:00.123Z", duration_ms: 231 },
    ...{ query: { limit: "100" }, body: text, body_is_exact: true },
  });
});

test("says so where the body is no UTF-8 and replacement characters stand in", async () => {
  const payload = await findPayload(storeWith(Buffer.from("Z\xfcrich", "latin1")), ID);
  expect(payload).toMatchObject({ body: "Z\ufffdrich", body_is_exact: false, bytes: 6 });
});

test("is null for an unknown id", async () => {
  expect(await findPayload(storeWith(Buffer.from("{}")), "other")).toBeNull();
});
