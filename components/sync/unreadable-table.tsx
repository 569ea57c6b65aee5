import Link from "next/link";
import { PlainTable } from "@/components/tables/plain-table";
import { Age } from "@/components/ui/age";
import text from "@/components/ui/text.module.css";
import type { UnreadableRow } from "@/lib/contract/findings";
import { formatCount } from "@/lib/format";
import { STREAM_NAMES } from "./stream-names";

/** List positions that the source cannot show. */
export const UnreadableTable = ({ positions }: { positions: readonly UnreadableRow[] }) => (
  <PlainTable
    label="Unreadable positions"
    rows={positions}
    rowKey={({ stream, position }) => `${stream} ${position}`}
    columns={[
      { head: "List", render: ({ stream }) => STREAM_NAMES[stream] },
      {
        head: "Position",
        numeric: true,
        render: ({ position }) => <span className={text.code}>{formatCount(position)}</span>,
      },
      {
        head: "Answer",
        render: ({ status, payload_id }) => (
          <Link href={`/payloads/${payload_id}`}>HTTP {status}</Link>
        ),
      },
      {
        head: "First seen",
        numeric: true,
        wide: true,
        render: ({ first_seen_at }) => <Age of={first_seen_at} />,
      },
      { head: "Last", numeric: true, render: ({ last_seen_at }) => <Age of={last_seen_at} /> },
    ]}
  />
);
