import { formatUtcOffset } from "@/lib/model/format-utc-offset";
import type { Renamed } from "./provenance-row";

/** Minutes east of UTC as the API writes them: `+01:00`. */
export const offsetText = (minutes: number | null): string | null =>
  minutes === null ? null : formatUtcOffset(minutes);

/** Offsets are kept in minutes and shown as a text, under another name. */
export const RENAMED_OFFSET: Renamed = {
  utc_offset_minutes: {
    field: "utc_offset",
    write: (cell) => (typeof cell === "number" ? offsetText(cell) : cell),
  },
};
