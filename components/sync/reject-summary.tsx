import Link from "next/link";
import { PlainTable } from "@/components/tables/plain-table";
import text from "@/components/ui/text.module.css";
import type { RejectRow } from "@/lib/contract/findings";
import { formatCount, formatNoun } from "@/lib/format";
import { groupRejects, type RejectGroup } from "./group-rejects";
import { STREAM_NAMES } from "./stream-names";

const SHOWN = 12;

/** Rejects by rule and list; each record leads to the answer it came in. */
export const RejectSummary = ({ rejects }: { rejects: readonly RejectRow[] }) => (
  <PlainTable
    label="Rejects by rule"
    rows={groupRejects(rejects)}
    rowKey={({ rule, stream }) => `${rule} ${stream}`}
    columns={[
      {
        head: "Rule",
        render: ({ rule, stream }) => (
          <>
            <span className={text.mono}>{rule}</span>{" "}
            <span className={text.second}>{STREAM_NAMES[stream].toLowerCase()}</span>
          </>
        ),
      },
      { head: "Records", render: (group) => <Records group={group} /> },
      { head: "Number", numeric: true, render: ({ rows }) => formatCount(rows.length) },
    ]}
  />
);

const Records = ({ group: { rows } }: { group: RejectGroup }) => (
  <>
    {rows.slice(0, SHOWN).map(({ id, key, payload_id }, index) => (
      <span key={id}>
        {index > 0 && ", "}
        <Link href={`/payloads/${payload_id}`}>{key}</Link>
      </span>
    ))}
    {rows.length > SHOWN && ` and ${formatNoun(rows.length - SHOWN, "other")}`}
  </>
);
