import { expect, it } from "vitest";
import * as pause from "@/app/api/sync/runs/[id]/pause/route";
import * as oneRun from "@/app/api/sync/runs/[id]/route";
import * as runs from "@/app/api/sync/runs/route";
import { execute } from "@/lib/db/execute";
import { requestRun } from "@/lib/db/runs/request-run";
import { testDatabase } from "@/tests/servers/test-database";
import { signedInPeople } from "./fixtures/people";

testDatabase();
const people = signedInPeople();
const show = async (id: string) =>
  (await people.viewer.call(oneRun.GET, "/", { params: { id } })).json();

it("a run at work tells its pace and the time left", async () => {
  const { run } = await requestRun({
    stream: "flight-status",
    scope: { kind: "flights", of: ["FRA"], from: null, to: null, mode: "missing" },
    trigger: "person",
    requestedBy: null,
  });
  const run_id = run.id;
  await execute(
    "UPDATE sync_runs SET status = 'running', started_at = UTC_TIMESTAMP(3) - INTERVAL 2 HOUR WHERE id = ?",
    [run_id],
  );
  const window = (position: number, state: string, finished: string, asked: string) =>
    `('${run_id}', 'flight-status', 's', 'k${position}', ${position}, '{}', '${state}', ${asked}, ${finished})`;
  const ago = (minutes: number) => `UTC_TIMESTAMP(3) - INTERVAL ${minutes} MINUTE`;
  await execute(
    `INSERT INTO sync_windows (run_id, stream, scope, window_key, position, plan, state, asked_at, finished_at) VALUES
     ${[
       window(0, "complete", ago(100), ago(110)),
       window(1, "complete", ago(9), ago(10)),
       window(2, "failed", ago(6), ago(9)),
       window(3, "empty", ago(2), ago(6)),
       window(4, "running", "NULL", ago(1)),
       window(5, "planned", "NULL", "NULL"),
     ].join(", ")}`,
  );
  const shown = await show(run_id);
  // Three windows in the last ten minutes; two are left.
  expect(shown).toMatchObject({ windows_planned: 6, windows_done: 3, windows_failed: 1 });
  expect(shown.windows_per_minute).toBe(0.3);
  expect(Math.round(shown.seconds_left / 20)).toBe(20);
  const listed = await (await people.viewer.call(runs.GET, "/api/sync/runs")).json();
  expect(listed[0]).toMatchObject({ id: run_id, windows_per_minute: 0.3 });
  await execute(
    "UPDATE sync_runs SET waiting_until = UTC_TIMESTAMP(3) + INTERVAL 50 MINUTE WHERE id = ?",
    [run_id],
  );
  expect(Math.round((await show(run_id)).seconds_left / 100)).toBe(30);
  await people.operator.call(pause.POST, "/", { method: "POST", params: { id: run_id } });
  expect(await show(run_id)).toMatchObject({ windows_per_minute: null, seconds_left: null });
});
