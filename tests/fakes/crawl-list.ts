import { planList } from "@/lib/sync/plan-list";
import { readWindow, type WindowReading } from "@/lib/sync/read-window";
import type { FakeList } from "./fake-list";

/** Reads a whole list window by window, as a run does, and adds up what came of it. */
export async function crawlList(
  list: FakeList,
  start: { totalCount: number | null; suspects: readonly number[] },
) {
  const suspects = new Set(start.suspects);
  const windows = planList({ from: 1, totalCount: start.totalCount, suspects: start.suspects });
  const readings: WindowReading[] = [];
  let totalCount = start.totalCount;
  for (const window of windows) {
    const reading = await readWindow({ ...window, totalCount, suspects, ask: list.ask });
    readings.push(reading);
    totalCount = reading.totalCount;
    for (const { position } of reading.unreadable) suspects.add(position);
    for (const position of reading.healed) suspects.delete(position);
    if (window.isLast && reading.totalConfirmed) {
      windows.push(...planList({ from: window.to + 1, totalCount, suspects: start.suspects }));
    }
  }
  return {
    readings,
    windows,
    calls: list.calls.length,
    read: readings.flatMap(({ items }) => items.map(({ position }) => position)),
    unreadable: readings.flatMap((reading) => reading.unreadable),
    healed: readings.flatMap(({ healed }) => healed),
    totalCount,
  };
}
