import { describe, expect, it } from "vitest";
import { Health } from "@/lib/contract/system";
import { askDependency, type DependencyCheck, toHealth } from "@/lib/http/health";

const ok = async () => ({ state: "ok" as const, message: "fine" });
const check = (changes: Partial<DependencyCheck> = {}): DependencyCheck => ({
  name: "mysql",
  required: true,
  check: ok,
  ...changes,
});
const stream = (last_status: Health["streams"][number]["last_status"]) => ({
  stream: "airports" as const,
  last_run_id: null,
  last_status,
  last_finished_at: null,
  last_complete_at: null,
  freshness: null,
});

async function report(
  checks: DependencyCheck[],
  streams: Health["streams"] = [stream("complete")],
) {
  const dependencies = await Promise.all(checks.map((one) => askDependency(one, { withinMs: 50 })));
  const now = new Date("2026-11-23T10:00:00Z");
  const result = toHealth({ dependencies, streams, version: "1", origin: "sandbox", now });
  expect(Health.parse(result.health)).toEqual(result.health);
  return result;
}

const broken = () => Promise.reject(new Error("no connection"));

describe("health", () => {
  it("is ok when everything is, with the time that each took", async () => {
    const { status, health } = await report([check()]);
    expect(status).toBe(200);
    expect(health).toMatchObject({ status: "ok", reason: "Everything works." });
    expect(health.dependencies[0]?.latency_ms).toBeGreaterThanOrEqual(0);
  });

  it("is 503 with the reason when one that matters is down", async () => {
    const { status, health } = await report([check({ check: broken })]);
    expect(status).toBe(503);
    expect(health).toMatchObject({ status: "error", reason: "mysql: no connection" });
  });

  it("does not wait for one that hangs", async () => {
    const hangs = () => new Promise<never>(() => undefined);
    const { status, health } = await report([check({ check: hangs })]);
    expect(status).toBe(503);
    expect(health.dependencies[0]?.message).toBe("It did not answer within 50 ms.");
  });

  it("is a warning when one that does not matter is down", async () => {
    const warns = async () => ({ state: "warning" as const, message: "no MongoDB" });
    const { status, health } = await report([
      check({ name: "raw_store", check: warns }),
      check({ name: "lufthansa", required: false, check: broken }),
    ]);
    expect(status).toBe(200);
    expect(health).toMatchObject({ status: "warning", reason: "lufthansa: no connection" });
    expect(health.dependencies[1]?.state).toBe("error");
  });

  it("warns of a last run that failed", async () => {
    const { status, health } = await report([check()], [stream("complete"), stream("failed")]);
    expect(status).toBe(200);
    expect(health).toMatchObject({
      status: "warning",
      reason: expect.stringContaining("airports"),
    });
  });

  it("warns of a stream that was collected once and is out of date, not of one that never was", async () => {
    const stale = {
      ...stream("complete"),
      stream: "flight-status" as const,
      freshness: "error" as const,
    };
    const at = "2026-11-22T10:00:00.000Z";
    expect((await report([check()], [stale])).health.status).toBe("ok");
    const { status, health } = await report([check()], [{ ...stale, last_complete_at: at }]);
    expect(status).toBe(200);
    expect(health).toMatchObject({ status: "warning", reason: expect.stringContaining(at) });
  });
});
