import { STREAM_NAMES } from "@/components/sync/stream-names";
import { PlainTable } from "@/components/tables/plain-table";
import { Age } from "@/components/ui/age";
import { Card } from "@/components/ui/card";
import type { GlyphKind } from "@/components/ui/glyph";
import { StateLabel } from "@/components/ui/state-label";
import text from "@/components/ui/text.module.css";
import type { Overview } from "@/lib/contract/overview";
import { formatCount } from "@/lib/format";

type Freshness = Overview["freshness"][number];

const STATES = {
  fine: { kind: "fine", word: "Fresh" },
  warning: { kind: "warning", word: "Late" },
  error: { kind: "error", word: "Overdue" },
} as const satisfies Record<Freshness["state"], { kind: GlyphKind; word: string }>;

/** When each stream was last answered whole. */
export const FreshnessCard = ({ freshness }: { freshness: readonly Freshness[] }) => (
  <Card
    title="Freshness"
    note="Lists are collected each Sunday 02:00 UTC, schedules each day 06:00 UTC, boards in live rounds · late after one that was missed, overdue after two"
    flush
  >
    <PlainTable
      label="Freshness of each stream"
      rows={freshness}
      rowKey={({ stream }) => stream}
      columns={[
        { head: "Stream", render: ({ stream }) => STREAM_NAMES[stream] },
        { head: "Rows", numeric: true, render: ({ rows }) => formatCount(rows) },
        {
          head: "Last whole",
          render: ({ last_complete_at }) =>
            last_complete_at ? (
              <Age of={last_complete_at} />
            ) : (
              <span className={text.muted}>never</span>
            ),
        },
        {
          head: "State",
          render: ({ state, last_complete_at }) => (
            <StateLabel kind={last_complete_at ? STATES[state].kind : "unknown"}>
              {last_complete_at ? STATES[state].word : "Not collected yet"}
            </StateLabel>
          ),
        },
      ]}
    />
  </Card>
);
