import { describe, expect, it } from "vitest";
import * as oneDrift from "@/app/api/sync/drift/[id]/route";
import * as replayOne from "@/app/api/sync/rejects/[id]/replay/route";
import * as one from "@/app/api/sync/rejects/[id]/route";
import * as replay from "@/app/api/sync/rejects/replay/route";
import { writeRejects } from "@/lib/db/ledger/write-rejects";
import { transaction } from "@/lib/db/transaction";
import { testDatabase } from "@/tests/servers/test-database";
import { json } from "./fixtures/people";
import { LH, rejectLh, rejectReaders } from "./fixtures/reject-readers";

testDatabase();
const { about, again, idOf, listed, people } = rejectReaders();

describe("rejects", () => {
  it("seen once more are open again", async () => {
    const id = await rejectLh();
    await again({ ids: [id] });
    const [row] = await listed("?state=resolved");
    if (!row) throw new Error("It was not resolved");
    await transaction((connection) =>
      writeRejects(connection, { runId: row.run_id, stream: "airlines", now: new Date() }, [
        {
          rule: "invalid_code",
          key: "LH",
          field: null,
          value: null,
          message: "again",
          sample: JSON.stringify(LH),
          payloadId: row.payload_id,
        },
      ]),
    );
    expect(await (await about(one.GET, id)).json()).toMatchObject({
      resolved_at: null,
      seen_count: 2,
    });
  });

  it.each([
    [{}, "body"],
    [{ stream: "planets" }, "body.stream"],
    [{ ids: [] }, "body.ids"],
    [{ ids: [0] }, "body.ids.0"],
    [{ rule: "x" }, "body.rule"],
    [{ all: true }, "body.all"],
  ])("%j says not which", async (body, name) => {
    const response = await people.operator.call(replay.POST, "/", json("POST", body));
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params[0].name).toBe(name);
  });

  it("are found one by one, picked and ordered", async () => {
    const id = await idOf("duplicate_code", "airlines");
    const [shown] = await listed("?rule=duplicate_code&fields=id,rule,key");
    expect(shown).toEqual({ id, rule: "duplicate_code", key: "BW" });
    expect((await (await about(one.GET, id)).json()).key).toBe("BW");
    const ids = (await listed("?sort=id")).map((row) => row.id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(await listed("?to=2020-01-01")).toEqual([]);
    expect(await listed(`?key=${encodeURIComponent("é😀'")}`)).toEqual([]);
    expect((await about(one.GET, 900_000)).status).toBe(404);
    expect((await about(replayOne.POST, 900_000, { method: "POST" })).status).toBe(404);
    expect((await about(oneDrift.GET, 900_000)).status).toBe(404);
  });

  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("are not replayed by %s", async (who, status) => {
    const response = await people[who].call(replay.POST, "/", json("POST", { stream: "airlines" }));
    expect(response.status).toBe(status);
  });
});
