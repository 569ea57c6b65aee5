import { describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { sourceSettings } from "@/lib/lufthansa/source-settings";

const sandbox = { kind: "sandbox", limits: { callsPerSecond: 7, callsPerHour: 700 } } as const;
const credentials = { LUFTHANSA_CLIENT_ID: "client-1", LUFTHANSA_CLIENT_SECRET: "hidden-half" };

describe("sourceSettings", () => {
  test("of Lufthansa: its limits, and an origin that names the key without showing it", () => {
    expect(sourceSettings(readEnv(credentials), null)).toEqual({
      baseUrl: "https://api.lufthansa.com/v1",
      credentials: { clientId: "client-1", clientSecret: "hidden-half" },
      limits: { callsPerSecond: 5, callsPerHour: 1000 },
      // The beginning of `printf client-1 | sha256sum`.
      origin: { kind: "lufthansa", id: "lufthansa:5704de18fc6045e4" },
      keyHash: "5704de18fc6045e4",
    });
  });

  test("of a stand-in: everybody's credentials, its own limits, its kind as origin", () => {
    expect(sourceSettings(readEnv({}), sandbox)).toMatchObject({
      credentials: { clientId: "sandbox", clientSecret: "sandbox" },
      limits: sandbox.limits,
      origin: { kind: "sandbox", id: "sandbox" },
      keyHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const replay = { ...sandbox, kind: "replay" } as const;
    expect(sourceSettings(readEnv(credentials), replay)).toMatchObject({
      credentials: { clientId: "client-1" },
      origin: { kind: "replay", id: "replay" },
    });
  });

  test("limits that are set win, one by one, 0 included", () => {
    const set = readEnv({ ...credentials, LUFTHANSA_CALLS_PER_HOUR: "0" });
    expect(sourceSettings(set, null).limits).toEqual({ callsPerSecond: 5, callsPerHour: 0 });
    expect(sourceSettings(set, sandbox).limits).toEqual({ callsPerSecond: 7, callsPerHour: 0 });
  });

  test("without credentials and without a stand-in there is nothing to ask", () => {
    expect(() => sourceSettings(readEnv({}), null)).toThrow(
      expect.objectContaining({
        code: "upstream_unavailable",
        message: expect.stringMatching(/No credentials for https:\/\/api.+Set LUFTHANSA_CLIENT_ID/),
      }),
    );
  });

  test.each(["LUFTHANSA_CLIENT_ID", "LUFTHANSA_CLIENT_SECRET"] as const)(
    "half of the credentials is a mistake, not a wish for the sandbox: %s",
    (missing) => {
      const half = readEnv({ ...credentials, [missing]: "" });
      expect(() => sourceSettings(half, sandbox)).toThrow(`${missing} is not set`);
      expect(() => sourceSettings(half, sandbox)).not.toThrow(/hidden-half/);
    },
  );
});
