import { Grid } from "@/components/layout/grid";
import { PageHead } from "@/components/layout/page-head";
import type { DriftRow, RejectRow, UnreadableRow } from "@/lib/contract/findings";
import type { Overview } from "@/lib/contract/overview";
import type { Page } from "@/lib/contract/paging";
import type { QuotaState } from "@/lib/contract/quota";
import type { Run } from "@/lib/contract/sync";
import { formatCount } from "@/lib/format";
import { mayActAs, type Role } from "@/lib/model/roles";
import { DriftTable } from "./drift-table";
import { FindingCard } from "./finding-card";
import { QuotaCard } from "./quota-card";
import { RejectSummary } from "./reject-summary";
import { RunningCard } from "./running-card";
import { RunsCard } from "./runs-card";
import { StartSync } from "./start-sync";
import { UnreadableSummary } from "./unreadable-summary";

type SyncViewProps = {
  role: Role;
  newest: Page<Run>;
  older: Page<Run> | null;
  page: number;
  /** Null while the source does not answer. */
  quota: QuotaState | null;
  freshness: Overview["freshness"];
  rejects: Page<RejectRow>;
  unreadable: Page<UnreadableRow>;
  drift: Page<DriftRow>;
};

export function SyncView(props: SyncViewProps) {
  const { newest, quota, freshness, rejects, unreadable, drift } = props;
  const mayStart = mayActAs(props.role, "operator");
  return (
    <>
      <PageHead
        title="Data Sync"
        sub={
          mayStart
            ? "What is asked of the source, what came of it, and what it costs."
            : "What is asked of the source, and what came of it. Your role may look; an operator starts and cancels."
        }
        actions={mayStart && <StartSync freshness={freshness} runs={newest.items} quota={quota} />}
      />
      <Grid>
        <Grid shape="wide-narrow">
          <RunningCard runs={newest} mayCancel={mayStart} />
          <QuotaCard quota={quota} />
        </Grid>
        <RunsCard newest={newest} older={props.older} page={props.page} />
        <Grid shape="halves">
          <FindingCard
            title="Rejects"
            note={
              rejects.total > rejects.items.length
                ? `Records that could not be kept: the newest ${formatCount(rejects.items.length)} by rule`
                : "Records that could not be kept, by rule; each leads to the answer it came in"
            }
            total={rejects.total}
            href="/sync/rejects"
            many="rejects"
            none="Every record could be kept"
          >
            <RejectSummary rejects={rejects.items} />
          </FindingCard>
          <FindingCard
            title="Unreadable positions"
            note="The source answers with an error where these records stand; each is asked again in every run"
            total={unreadable.total}
            href="/sync/unreadable"
            many="unreadable positions"
            none="Every position could be read"
          >
            <UnreadableSummary positions={unreadable.items} />
          </FindingCard>
        </Grid>
        <FindingCard
          title="Drift"
          note="Where answers differ from the shape that we know; it never stops a run unless a key field is gone"
          total={drift.total}
          href="/sync/drift"
          many="differences"
          none="Every answer has the known shape"
        >
          <DriftTable drift={drift.items} />
        </FindingCard>
      </Grid>
    </>
  );
}
