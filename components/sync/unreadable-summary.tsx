import { PlainTable } from "@/components/tables/plain-table";
import type { UnreadableRow } from "@/lib/contract/findings";
import { formatCount, formatNoun } from "@/lib/format";
import { REFERENCE_STREAMS, type StreamName } from "@/lib/model/stream";
import { positionRanges } from "./position-ranges";
import { STREAM_NAMES } from "./stream-names";

const RANGES_SHOWN = 10;

type OfStream = { stream: StreamName; positions: number[] };

/** Unreadable positions, one line a list. */
export function UnreadableSummary({ positions }: { positions: readonly UnreadableRow[] }) {
  const rows = REFERENCE_STREAMS.map(
    (stream): OfStream => ({
      stream,
      positions: positions.filter((it) => it.stream === stream).map(({ position }) => position),
    }),
  ).filter((row) => row.positions.length > 0);
  return (
    <PlainTable
      label="Unreadable positions by list"
      rows={rows}
      rowKey={({ stream }) => stream}
      columns={[
        { head: "List", render: ({ stream }) => STREAM_NAMES[stream] },
        { head: "Positions", render: (row) => <Ranges positions={row.positions} /> },
        { head: "Number", numeric: true, render: (row) => formatCount(row.positions.length) },
      ]}
    />
  );
}

function Ranges({ positions }: { positions: readonly number[] }) {
  const ranges = positionRanges(positions);
  const written = ranges
    .slice(0, RANGES_SHOWN)
    .map(({ from, to }) =>
      from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
    )
    .join(", ");
  const rest = ranges.length - RANGES_SHOWN;
  return rest > 0 ? `${written} and ${formatNoun(rest, "other")}` : written;
}
