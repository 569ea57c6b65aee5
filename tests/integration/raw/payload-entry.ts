import { randomBytes } from "node:crypto";
import { uuidV7 } from "@/lib/model/uuid-v7";
import type { PayloadEntry } from "@/lib/raw/payload-store";

let made = 0;

/** An answer on its way into the store. Each has a later id than the one before. */
export function payloadEntry(
  body: string | Uint8Array,
  changes: Partial<PayloadEntry> = {},
): PayloadEntry {
  made += 1;
  return {
    id: uuidV7(new Date(Date.UTC(2026, 0, 1) + made), randomBytes(10)),
    stream: "airports",
    window: "list 1-100",
    runId: "01900000-0000-7000-8000-000000000001",
    answer: {
      path: "/mds-references/airports",
      query: { limit: "100", offset: "1", lang: "EN" },
      status: 200,
      headers: { "content-type": "application/json; charset=utf-8", "retry-after": "1" },
      body: typeof body === "string" ? new TextEncoder().encode(body) : body,
      receivedAt: new Date("2026-11-22T02:00:00.123Z"),
      durationMs: 231,
    },
    ...changes,
  };
}
