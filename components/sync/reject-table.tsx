import clsx from "clsx";
import Link from "next/link";
import { PlainTable } from "@/components/tables/plain-table";
import { Age } from "@/components/ui/age";
import text from "@/components/ui/text.module.css";
import type { RejectRow } from "@/lib/contract/findings";
import { formatCount } from "@/lib/format";
import { STREAM_NAMES } from "./stream-names";

/** Records kept aside, each with its rule, what was wrong, and the answer it came in. */
export const RejectTable = ({ rejects }: { rejects: readonly RejectRow[] }) => (
  <PlainTable
    label="Rejects"
    rows={rejects}
    rowKey={({ id }) => id}
    columns={[
      {
        head: "Record",
        render: ({ key, payload_id }) => (
          <Link href={`/payloads/${payload_id}`} className={text.code}>
            {key}
          </Link>
        ),
      },
      { head: "List", wide: true, render: ({ stream }) => STREAM_NAMES[stream] },
      {
        head: "Rule",
        wide: true,
        render: ({ rule }) => <span className={clsx(text.mono, text.whole)}>{rule}</span>,
      },
      { head: "What is wrong", render: ({ message }) => message },
      {
        head: "Seen",
        numeric: true,
        wide: true,
        render: ({ seen_count }) => `${formatCount(seen_count)}×`,
      },
      { head: "Last", numeric: true, render: ({ last_seen_at }) => <Age of={last_seen_at} /> },
    ]}
  />
);
