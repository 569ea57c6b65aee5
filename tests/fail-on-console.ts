import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that prints has not decided what it wants: it fails. */
const methods = ["log", "info", "warn", "error", "debug"] as const;
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...parts) => {
      printed.push(`console.${method}: ${parts.join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(printed).toEqual([]);
});
