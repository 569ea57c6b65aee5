import { describe, expect, test } from "vitest";
import type { Failure } from "@/lib/lufthansa/failure";
import { pauseMs } from "@/lib/lufthansa/pause";
import { retryAfterSeconds } from "@/lib/lufthansa/retry-after";

const gateway: Failure = { kind: "gateway_error", detail: "", retryAfterSeconds: null };
const second: Failure = { kind: "over_second_limit", detail: "", retryAfterSeconds: null };

describe("pauseMs", () => {
  test("backoff doubles to a ceiling, with full jitter below it", () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 20].map((attempt) => pauseMs(gateway, attempt, () => 1));
    expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(pauseMs(gateway, 3, () => 0)).toBe(0);
    expect(pauseMs(gateway, 3, () => 0.25)).toBe(500);
  });

  test("after too many calls in a second at least a second passes", () => {
    expect(pauseMs(second, 1, () => 0)).toBe(1000);
    expect(pauseMs(second, 3, () => 1)).toBe(1250);
  });

  test("a Retry-After is a lower bound for both", () => {
    expect(pauseMs({ ...gateway, retryAfterSeconds: 7 }, 1, () => 1)).toBe(7000);
    expect(pauseMs({ ...gateway, retryAfterSeconds: 1 }, 4, () => 1)).toBe(4000);
    expect(pauseMs({ ...second, retryAfterSeconds: 3 }, 1, () => 0)).toBe(3000);
  });
});

describe("retryAfterSeconds", () => {
  const at = new Date("2030-05-01T10:00:00.500Z");
  test.each([
    ["7", 7],
    [" 120 ", 120],
    ["Wed, 01 May 2030 10:01:00 GMT", 60],
    [undefined, null],
    ["", null],
    ["0", null],
    ["-3", null],
    ["soon", null],
    ["999999999", null],
    ["Wed, 01 May 2030 09:00:00 GMT", null],
    ["Wed, 01 May 2031 10:00:00 GMT", null],
  ])("%s means %s", (header, seconds) => {
    expect(retryAfterSeconds(header, at)).toBe(seconds);
  });
});
