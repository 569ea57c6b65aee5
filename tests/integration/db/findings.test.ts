import { beforeAll, describe, expect, it } from "vitest";
import { DriftRow, RejectRow, UnreadableRow } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { findDrift } from "@/lib/db/findings/find-drift";
import { findRejects } from "@/lib/db/findings/find-rejects";
import { findUnreadable } from "@/lib/db/findings/find-unreadable";
import { testDatabase } from "../../servers/test-database";
import { begunRun, loadedWith, PAYLOAD } from "./sync-fixture";

testDatabase();

beforeAll(async () => {
  const { ledger, runId, window } = await begunRun();
  const keys = ["AAA", "BBB", "CCC"];
  const loaded = loadedWith([], {
    rejects: keys.map((key) => ({
      rule: "duplicate_code",
      key: key.repeat(30),
      field: null,
      value: "x".repeat(300),
      message: "m".repeat(600),
      sample: "é".repeat(40_000),
      payloadId: PAYLOAD,
    })),
    unreadable: [30, 2, 700].map((position) => ({ position, status: 404, payloadId: PAYLOAD })),
    healed: [2],
    drift: keys.map((found) => ({
      kind: "new_code",
      path: "p".repeat(300),
      found,
      count: 2,
      payloadId: PAYLOAD,
    })),
  });
  await ledger.load(runId, window, loaded);
});

/** Every row of a list, one by one. */
async function walk<Row>(find: (wish: { cursor?: string }) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await find(cursor ? { cursor } : {});
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

const one = { skip: 0, limit: 1, stream: "airports" } as const;
const elsewhere = { skip: 0, limit: 1, stream: "cities" } as const;

describe("findings", () => {
  it("show rejects, last seen first, as the contract says, cut to what fits", async () => {
    const rows = await walk((from) => findRejects({ ...one, ...from }));
    expect(rows.map(({ key }) => key.slice(0, 3))).toEqual(["CCC", "BBB", "AAA"]);
    for (const row of rows) expect(RejectRow.parse(row)).toEqual(row);
    expect(rows[0]?.key).toHaveLength(60);
    expect(await findRejects(elsewhere)).toEqual({ items: [], total: 0, next: null });
  });

  it("show drift", async () => {
    const rows = await walk((from) => findDrift({ ...one, ...from }));
    expect(rows.map(({ found }) => found)).toEqual(["CCC", "BBB", "AAA"]);
    for (const row of rows) expect(DriftRow.parse(row)).toEqual(row);
    expect(await findDrift(elsewhere)).toMatchObject({ total: 0 });
  });

  it("show unreadable positions in order, without those that healed", async () => {
    const rows = await walk((from) => findUnreadable({ ...one, ...from }));
    expect(rows.map(({ position }) => position)).toEqual([30, 700]);
    for (const row of rows) expect(UnreadableRow.parse(row)).toEqual(row);
    expect(await findUnreadable(elsewhere)).toMatchObject({ total: 0 });
  });

  it("refuse a cursor of another list, and an instant that is none", async () => {
    const { next } = await findDrift(one);
    const wrong = { code: "validation_failed" };
    await expect(findRejects({ ...one, cursor: next ?? "" })).rejects.toMatchObject(wrong);
    const [hash, , id] = JSON.parse(Buffer.from(next ?? "", "base64url").toString());
    const cursor = Buffer.from(JSON.stringify([hash, "yesterday", id])).toString("base64url");
    await expect(findDrift({ ...one, cursor })).rejects.toMatchObject(wrong);
  });
});
