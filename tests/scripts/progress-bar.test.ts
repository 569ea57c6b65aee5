import { expect, test } from "vitest";
import { progressBar } from "@/scripts/sync/progress-bar";
import { aRun } from "../components/fixtures/runs";

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};
const waiting = aRun({ status: "running", waiting_until: "2026-11-23T20:00:00.000Z" });

test.each([true, false])(
  "a wait for the quota is told once where no line moves (silent: %s)",
  (silent) => {
    const { written, ...out } = screen(false);
    const bar = progressBar(silent, out);
    bar.show(aRun({ status: "running" }));
    expect(written).toEqual([]);
    bar.show(waiting);
    bar.show(waiting);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/waits for the quota until 20:00 UTC\n$/);
  },
);

test("a terminal gets one line that moves and stays at the end", () => {
  const { written, ...out } = screen(true);
  const bar = progressBar(false, out);
  bar.show(aRun({ status: "running" }));
  bar.show(waiting);
  bar.end();
  expect(written.every((text) => text.startsWith("\r"))).toBe(true);
  expect(written.filter((text) => text.endsWith("\n"))).toHaveLength(1);
});
