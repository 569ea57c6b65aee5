import { describe, expect, it } from "vitest";
import { Overview } from "@/lib/contract/overview";
import { execute } from "@/lib/db/execute";
import { findListKnowledge } from "@/lib/db/ledger/find-list-knowledge";
import { getOverview } from "@/lib/db/overview";
import { transaction } from "@/lib/db/transaction";
import { countryEntity } from "@/lib/db/upsert/countries";
import { upsertRecords } from "@/lib/db/upsert/upsert-records";
import { REFERENCE_STREAMS } from "@/lib/model/stream";
import { testDatabase } from "../../servers/test-database";
import { airport, begunRun, loadedWith, PAYLOAD, windowOf } from "./sync-fixture";

testDatabase();

const NOW = new Date();

describe("an empty database", () => {
  it("has nothing, and says that nothing is fresh", async () => {
    const overview = await getOverview(NOW, { liveMinutes: 15 });
    expect(Overview.parse(overview)).toEqual(overview);
    expect(overview.totals).toMatchObject({ airports: 0, places: 0, payloads: 0 });
    expect(overview.freshness.map(({ stream }) => stream)).toEqual([
      ...REFERENCE_STREAMS,
      "schedules",
      "flight-status",
    ]);
    expect(overview.freshness.map(({ state }) => state)).toEqual(Array(7).fill("error"));
    expect(await findListKnowledge("airports")).toEqual({ unreadable: [], totalCount: null });
  });
});

describe("a collected list", () => {
  it("is counted, shared out by country and continent, fresh, and known by its length", async () => {
    const now = new Date();
    const countries = ["DE", "FR"].map((code) => ({ code, name: `The ${code}`, continent: "EU" }));
    await transaction((connection) =>
      upsertRecords(connection, countryEntity, {
        source: "lufthansa",
        runId: PAYLOAD,
        now,
        records: countries.map((record) => ({ record, payloadId: PAYLOAD })),
      }),
    );
    const { ledger, runId, window } = await begunRun("1-100", "101-200");
    const place = (code: string, countryCode: string | null) =>
      airport(code, { countryCode, locationType: "airport" });
    const call = { payloadId: PAYLOAD, status: 200, hash: "0".repeat(64), bytes: 1 };
    await ledger.noteCall(window, call);
    await ledger.load(
      runId,
      window,
      loadedWith([place("AAA", "DE"), place("BBB", "FR"), place("CCC", "DE")], { expected: 100 }),
    );
    const second = await windowOf(ledger, runId);
    const last = [place("DDD", "US"), place("EEE", null), airport("RRR", { countryCode: "DE" })];
    await ledger.load(runId, second, loadedWith(last, { expected: 53 }));
    await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null });
    expect(await findListKnowledge("airports")).toMatchObject({ totalCount: null });
    await execute("UPDATE sync_runs SET scope = 'list' WHERE id = ?", [runId]);
    expect(await findListKnowledge("airports")).toEqual({ unreadable: [], totalCount: 153 });

    const overview = await getOverview(NOW, { liveMinutes: 15 });
    expect(Overview.parse(overview)).toEqual(overview);
    expect(overview.totals).toEqual({
      airports: 5,
      places: 6,
      cities: 0,
      countries: 2,
      airlines: 0,
      aircraft: 0,
      payloads: 1,
    });
    expect(overview.top_countries).toEqual([
      { country_code: "DE", country_name: "The DE", airports: 2 },
      { country_code: "FR", country_name: "The FR", airports: 1 },
      { country_code: "US", country_name: null, airports: 1 },
    ]);
    expect(overview.by_continent).toEqual([
      { continent: "EU", airports: 3 },
      { continent: null, airports: 2 },
    ]);
    expect(overview.freshness.find(({ stream }) => stream === "airports")).toMatchObject({
      rows: 6,
      state: "fine",
    });
  });
});
