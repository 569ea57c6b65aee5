import Link from "next/link";
import { FigureStrip } from "@/components/ui/figure-strip";
import type { Run } from "@/lib/contract/sync";
import { formatCount } from "@/lib/format";

/** The counts of a run in the order in which they add up. */
export const RunCounts = ({ run }: { run: Run }) => (
  <FigureStrip
    label="Records of this run"
    figures={[
      {
        label: "Fetched",
        value: formatCount(run.fetched),
        basis: "= inserted + updated + unchanged + rejected",
      },
      { label: "Inserted", value: formatCount(run.inserted), basis: "not known before" },
      { label: "Updated", value: formatCount(run.updated), basis: "something had changed" },
      { label: "Unchanged", value: formatCount(run.unchanged), basis: "nothing written" },
      {
        label: "Rejected",
        value: formatCount(run.rejected),
        basis:
          run.rejected > 0 ? (
            <Link href={`/sync/rejects?stream=${run.stream}`}>Which, and why</Link>
          ) : (
            "none kept aside"
          ),
      },
      {
        label: "Unreadable",
        value: formatCount(run.unreadable),
        basis:
          run.unreadable > 0 ? (
            <Link href={`/sync/unreadable?stream=${run.stream}`}>At which positions</Link>
          ) : (
            "not part of fetched"
          ),
      },
    ]}
  />
);
