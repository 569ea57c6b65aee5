import { beforeAll, describe, expect, it } from "vitest";
import * as auth from "@/app/api/auth/[...nextauth]/route";
import * as overview from "@/app/api/overview/route";
import * as payload from "@/app/api/payloads/[id]/route";
import * as start from "@/app/api/sync/[stream]/route";
import * as drift from "@/app/api/sync/drift/route";
import * as rejects from "@/app/api/sync/rejects/route";
import * as cancel from "@/app/api/sync/runs/[id]/cancel/route";
import * as run from "@/app/api/sync/runs/[id]/route";
import * as runs from "@/app/api/sync/runs/route";
import * as unreadable from "@/app/api/sync/unreadable/route";
import { createUser } from "@/lib/db/users/create-user";
import { overrideEnv } from "@/lib/env";
import type { Role } from "@/lib/model/roles";
import { browser } from "@/tests/fakes/browser";
import { testDatabase } from "@/tests/servers/test-database";

testDatabase();

const PASSWORD = "correct horse battery";
const people = { viewer: browser(auth), operator: browser(auth), nobody: browser(auth) };

beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough" });
  for (const role of ["viewer", "operator"] satisfies Role[]) {
    const email = `${role}@example.org`;
    await createUser({ email, name: role, role, password: PASSWORD });
    await people[role].signIn(email, PASSWORD);
  }
});

const NO_RUN = "018f0000-0000-7000-8000-000000000000";
const startAirports = (who: keyof typeof people, init: RequestInit = {}, stream = "airports") =>
  people[who].call(start.POST, `/api/sync/${stream}`, {
    method: "POST",
    ...init,
    params: { stream },
  });
const countRuns = async () =>
  Number((await people.viewer.call(runs.GET, "/api/sync/runs")).headers.get("x-total-count"));

describe("POST /api/sync/{stream}", () => {
  it.each([
    ["nobody", 401, "unauthenticated"],
    ["viewer", 403, "forbidden"],
  ] as const)("is refused to %s, and starts nothing", async (who, status, code) => {
    const response = await startAirports(who);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, status });
    expect(await countRuns()).toBe(0);
  });

  it.each([
    ["broken JSON", { body: "{broken", headers: { "content-type": "application/json" } }, 400],
    [
      "a body that means nothing",
      { body: '{"force":true}', headers: { "content-type": "application/json" } },
      400,
    ],
    ["a form", { body: "x=1", headers: { "content-type": "text/plain" } }, 415],
    ["a page of another site", { headers: { origin: "https://evil.example" } }, 403],
  ])("with %s starts nothing", async (_, init, status) => {
    expect((await startAirports("operator", init)).status).toBe(status);
    expect(await countRuns()).toBe(0);
  });

  it("of an unknown stream names the field", async () => {
    const response = await startAirports("operator", {}, "planets");
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name: "path.stream" }]);
    expect(await countRuns()).toBe(0);
  });

  it("starts one run, and answers it to who asks again", async () => {
    const first = await startAirports("operator");
    expect(first.status).toBe(202);
    const { run_id, count, message } = await first.json();
    expect({ count, message }).toEqual({
      count: null,
      message: expect.stringContaining("airports"),
    });
    const origin = { headers: { origin: "http://127.0.0.1:4321" } };
    expect((await (await startAirports("operator", origin)).json()).run_id).toBe(run_id);
    expect(await countRuns()).toBe(1);

    const params = { id: run_id };
    const shown = await people.viewer.call(run.GET, `/api/sync/runs/${run_id}`, { params });
    expect(await shown.json()).toMatchObject({
      stream: "airports",
      status: "queued",
      trigger: "person",
      requested_by: "operator@example.org",
    });
    const cancelled = await people.operator.call(cancel.POST, "/", { method: "POST", params });
    expect(await cancelled.json()).toMatchObject({ id: run_id, status: "cancelled" });
    const again = await people.operator.call(cancel.POST, "/", { method: "POST", params });
    expect(again.status).toBe(409);
  });
});

describe("what a viewer may see", () => {
  it.each([
    ["/api/sync/rejects", rejects.GET],
    ["/api/sync/unreadable", unreadable.GET],
    ["/api/sync/drift", drift.GET],
  ])("%s", async (path, route) => {
    const response = await people.viewer.call(route, `${path}?stream=airports`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([]);
    expect(response.headers.get("x-total-count")).toBe("0");
    expect(response.headers.get("cache-control")).toContain("private");
    expect((await people.nobody.call(route, path)).status).toBe(401);
  });

  it.each([
    ["a run", run.GET],
    ["an answer", payload.GET],
  ])("not %s that is not there, nor one by a name that is none", async (_, route) => {
    const unknown = await people.viewer.call(route, "/", { params: { id: NO_RUN } });
    expect(unknown.status).toBe(404);
    const wrong = await people.viewer.call(route, "/", { params: { id: "1 OR 1=1" } });
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).invalid_params).toMatchObject([
      { name: "path.id", reason: "must be a UUID" },
    ]);
  });
});

it("GET /api/overview is public and keeps its promise while there is nothing", async () => {
  const response = await people.nobody.call(overview.GET, "/api/overview");
  expect(response.status).toBe(200);
  expect((await response.json()).totals.airports).toBe(0);
});
