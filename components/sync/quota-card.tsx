"use client";
import { useQuota } from "@/components/hooks/use-quota";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import text from "@/components/ui/text.module.css";
import type { QuotaState } from "@/lib/contract/quota";
import { formatClock, formatCount } from "@/lib/format";
import styles from "./quota-card.module.css";

function limitsOf({ calls_per_hour, calls_per_second, hour_ends_at }: QuotaState): string {
  if (calls_per_hour === 0 && calls_per_second === 0) return "This source has no limits.";
  const hour =
    calls_per_hour > 0
      ? `Starts again at ${formatClock(hour_ends_at)} UTC.`
      : "This source has no limit an hour.";
  return calls_per_second > 0 ? `${hour} At most ${formatCount(calls_per_second)} a second.` : hour;
}

/** The calls that the source allows in this clock hour, and how many of them are gone. */
export function QuotaCard({ quota: initial }: { quota: QuotaState | null }) {
  const quota = useQuota(initial);
  return quota ? <Hour quota={quota} /> : <NoSource />;
}

const NoSource = () => (
  <Card title="Quota, this clock hour" note="Not known">
    <p className={text.second}>
      The source does not answer, so its limits are not known. Stored data is not touched by this;
      runs wait and go on by themselves.
    </p>
  </Card>
);

function Hour({ quota }: { quota: QuotaState }) {
  const ends = `${formatClock(quota.hour_ends_at)} UTC`;
  return (
    <Card
      title="Quota, this clock hour"
      note={`${formatClock(quota.hour_started_at)}–${ends} · token calls count`}
    >
      {quota.spent && (
        <Banner tone="warning" title="The source says that this hour is spent">
          Nothing is asked before {ends}. Runs wait, and go on by themselves.
        </Banner>
      )}
      <p className={styles.used}>
        <b>{formatCount(quota.used)}</b>{" "}
        {quota.calls_per_hour > 0 ? `of ${formatCount(quota.calls_per_hour)} calls` : "calls"}
      </p>
      {quota.calls_per_hour > 0 && <Share used={quota.used} limit={quota.calls_per_hour} />}
      <p className={text.note}>{limitsOf(quota)}</p>
    </Card>
  );
}

function Share({ used, limit }: { used: number; limit: number }) {
  const spent = Math.min(used, limit);
  const parts: [string, string | undefined, number][] = [
    ["used", styles.gone, spent],
    ["free", styles.free, limit - spent],
  ];
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.gone} style={{ width: `${(100 * spent) / limit}%` }} />
      </div>
      <ul className={styles.key}>
        {parts.map(([word, mark, count]) => (
          <li key={word}>
            <i className={mark} aria-hidden="true" />
            {word} <b>{formatCount(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
