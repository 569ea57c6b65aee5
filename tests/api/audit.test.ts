import { beforeAll, describe, expect, it } from "vitest";
import type { AuditRow } from "@/lib/contract/audit";
import { writeAudit } from "@/lib/db/audit/write-audit";
import { transaction } from "@/lib/db/transaction";
import { overrideEnv } from "@/lib/env";
import { COMMAND_LINE } from "@/lib/model/actor";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { signedIn } from "./fixtures/callers";

testDatabase();

let boss = { id: "", headers: {} };
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough", API_CALLS_PER_MINUTE: 0 });
  boss = await signedIn("admin", "boss");
  await transaction(async (connection) => {
    for (let hour = 0; hour < 24; hour += 1) {
      await writeAudit(connection, {
        actor: COMMAND_LINE,
        at: new Date(Date.UTC(2026, 0, 1, hour)),
        action: hour % 2 === 0 ? "replaceAirport" : "deleteAirport",
        resource: "airports",
        resourceKey: hour < 12 ? "FRA" : "MUC",
        before: { name: "Ä'\\\u0000", list: [1, null] },
        after: hour % 2 === 0 ? { hour } : null,
      });
    }
  });
});

const list = async (search: string): Promise<AuditRow[]> =>
  (await call("GET", `/api/audit?${search}`, { headers: boss.headers })).body;
const hours = async (search: string) =>
  (await list(`resource=airports&${search}`)).map(({ at }) => new Date(at).getUTCHours());

describe("the audit log", () => {
  it("tells what somebody did by the API: who, from where, by which request", async () => {
    const headers = { ...boss.headers, "x-request-id": "job-7", "x-forwarded-for": "192.0.2.5" };
    const body = { name: "Notebook", scopes: ["read"] };
    const made = await call("POST", "/api/keys", { headers, body });
    const [entry] = await list("resource=keys");
    const { key: _, ...shown } = made.body;
    expect(entry).toEqual({
      id: expect.any(Number),
      at: expect.any(String),
      user_id: boss.id,
      email: "boss@example.org",
      key_id: null,
      request_id: "job-7",
      address: "192.0.2.5",
      action: "createKey",
      resource: "keys",
      resource_key: made.body.id,
      before: null,
      after: shown,
    });
  });

  it("has what was there before and after, letter by letter", async () => {
    expect(await list("resource_key=FRA&limit=2")).toMatchObject([
      { action: "deleteAirport", before: { name: "Ä'\\\u0000", list: [1, null] }, after: null },
      { action: "replaceAirport", after: { hour: 10 } },
    ]);
  });

  it.each([
    ["action=deleteAirport&resource_key=MUC", [23, 21, 19, 17, 15, 13]],
    ["from=2026-01-01T20:00:00Z&to=2026-01-01T22:00:00Z", [21, 20]],
    ["user=command%20line&limit=1", [23]],
    ["user=boss@example.org", []],
    ["resource_key=LHR", []],
    ["resource_key=%C3%84%F0%9F%98%80", []],
    ["user=%C3%84%F0%9F%98%80", []],
  ])("by %s finds %j", async (search, found) => {
    expect(await hours(search)).toEqual(found);
  });

  it("finds a person by id and by address, whatever its capitals", async () => {
    const byId = await list(`user=${boss.id}`);
    expect(byId.length).toBeGreaterThan(0);
    expect(await list("user=Boss@Example.org")).toEqual(byId);
  });

  it("is walked newest first to its end, whatever is written meanwhile", async () => {
    const walked: number[] = [];
    let path = "/api/audit?resource=airports&limit=5";
    while (path) {
      const page = await call("GET", path, { headers: boss.headers });
      expect(page.headers.get("x-total-count")).toBe("24");
      walked.push(...page.body.map(({ at }: AuditRow) => new Date(at).getUTCHours()));
      path = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1] ?? "";
    }
    expect(walked).toEqual(Array.from({ length: 24 }, (_, at) => 23 - at));
  });

  it.each([
    ["from=yesterday", "query.from"],
    ["from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "query.to"],
    ["cursor=abc", "query.cursor"],
    ["resource=%C3%84%F0%9F%98%80", "query.resource"],
    ["action=replace+airport", "query.action"],
    ["who=me", "query.who"],
  ])("asked for %s it says what is wrong", async (search, name) => {
    const answer = call("GET", `/api/audit?${search}`, { headers: boss.headers });
    expect(await refusal(answer)).toMatchObject({ status: 400, names: [name] });
  });
});
