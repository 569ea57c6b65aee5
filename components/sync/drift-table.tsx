import Link from "next/link";
import { PlainTable } from "@/components/tables/plain-table";
import { Age } from "@/components/ui/age";
import text from "@/components/ui/text.module.css";
import type { DriftRow } from "@/lib/contract/findings";
import { formatCount } from "@/lib/format";
import type { DriftKind } from "@/lib/model/drift";
import { STREAM_NAMES } from "./stream-names";

const KINDS: Record<DriftKind, string> = {
  new_field: "New field",
  missing_field: "Field is missing",
  changed_type: "Another type",
  new_code: "Unknown code",
  unusable_value: "Value of no use",
};

/** Ways in which answers differ from the known shape, each with an example. */
export const DriftTable = ({ drift }: { drift: readonly DriftRow[] }) => (
  <PlainTable
    label="Drift"
    rows={drift}
    rowKey={({ id }) => id}
    columns={[
      { head: "What", render: ({ kind }) => KINDS[kind] },
      { head: "List", wide: true, render: ({ stream }) => STREAM_NAMES[stream] },
      {
        head: "Where",
        render: ({ path }) => <span className={text.mono}>{path}</span>,
      },
      {
        head: "Found",
        render: ({ found, payload_id }) => (
          <Link href={`/payloads/${payload_id}`}>{found || "example"}</Link>
        ),
      },
      {
        head: "Times",
        numeric: true,
        wide: true,
        render: ({ seen_count }) => formatCount(seen_count),
      },
      { head: "Last", numeric: true, render: ({ last_seen_at }) => <Age of={last_seen_at} /> },
    ]}
  />
);
