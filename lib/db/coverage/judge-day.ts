import { DIRECTIONS } from "@/lib/model/coverage";
import type { WindowState } from "@/lib/model/run";
import { coveredMinutes, wallWindow } from "./wall-windows";

const DAY_MINUTES = 24 * 60;

export type DayWindow = {
  scope: string;
  key: string;
  state: WindowState;
  /** What its last answer with flights held. */
  fetched: number;
};

/**
 * What silence means on one airport's local day, given all windows of it that were ever asked. When every window of both boards was
 * answered with nothing, the answer is suspect, for an airport that flies is not silent for a day; as soon as one window
 * has flights, silence in the others is just that. Returns the windows whose state becomes another one.
 */
export function judgeDay<Window extends DayWindow>(
  windows: readonly Window[],
): { window: Window; state: "empty" | "suspect" }[] {
  const silent = windows.filter(({ state }) => state === "empty" || state === "suspect");
  const isSilent =
    silent.length === windows.length &&
    DIRECTIONS.every((direction) =>
      isWhole(silent.filter(({ scope }) => scope.endsWith(`/${direction}`))),
    );
  if (isSilent) {
    return silent
      .filter(({ state }) => state === "empty")
      .map((window) => ({ window, state: "suspect" }));
  }
  // Where there were flights before, the silence of a window is suspect by itself.
  return silent
    .filter(({ state, fetched }) => state === "suspect" && fetched === 0)
    .map((window) => ({ window, state: "empty" }));
}

/** Windows may begin at any hour: recordings have them from two o'clock on. */
const isWhole = (windows: readonly DayWindow[]): boolean =>
  coveredMinutes(windows.map(({ key }) => wallWindow(key))) >= DAY_MINUTES;
