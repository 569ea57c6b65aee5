"use client";
import { Popover } from "@mantine/core";
import Link from "next/link";
import { useHealth } from "@/components/hooks/use-health";
import { STREAM_NAMES } from "@/components/sync/stream-names";
import { Age } from "@/components/ui/age";
import { Glyph, type GlyphKind } from "@/components/ui/glyph";
import { StateLabel } from "@/components/ui/state-label";
import text from "@/components/ui/text.module.css";
import type { Health } from "@/lib/contract/system";
import styles from "./health-badge.module.css";

const STATES = {
  ok: { kind: "fine", word: "All is well" },
  warning: { kind: "warning", word: "Needs a look" },
  error: { kind: "error", word: "Not healthy" },
} as const satisfies Record<Health["status"], { kind: GlyphKind; word: string }>;

const NAMES: Record<Health["dependencies"][number]["name"], string> = {
  mysql: "MySQL",
  raw_store: "Raw store",
  jobs: "Jobs",
  lufthansa: "Source",
};

const PENDING = {
  kind: "unknown",
  word: "Checking",
  reason: "Each dependency is asked, for two seconds at most.",
} as const;

/** The report names a dependency by its key; people read its name. */
function describe({ status, dependencies, reason }: Health) {
  const at = dependencies.find(({ name, message }) => reason === `${name}: ${message}`);
  return { ...STATES[status], reason: at ? `${NAMES[at.name]}: ${at.message}` : reason };
}

type HealthBadgeProps = { initial: Health | null; compact?: boolean };

/** The worst of everything, with its reason; opened, each dependency and each stream. */
export function HealthBadge({ initial, compact = false }: HealthBadgeProps) {
  const health = useHealth(initial);
  const { kind, word, reason } = health ? describe(health) : PENDING;
  return (
    <Popover position={compact ? "bottom-end" : "right-end"} width={340} trapFocus withRoles>
      <Popover.Target>
        <button
          type="button"
          className={compact ? styles.compact : styles.badge}
          aria-label={`Health: ${word}. ${reason}`}
        >
          <Glyph kind={kind} size={compact ? 16 : 14} />
          <span className={styles.text}>
            <b>{word}</b>
            <small>{reason}</small>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Health">
        {health ? <HealthDetails health={health} /> : PENDING.reason}
      </Popover.Dropdown>
    </Popover>
  );
}

function HealthDetails({ health }: { health: Health }) {
  return (
    <div className={styles.details}>
      <p className={styles.reason}>{describe(health).reason}</p>
      <ul>
        {health.dependencies.map(({ name, state, latency_ms, message }) => (
          <li key={name} className={styles.dependency}>
            <Glyph kind={STATES[state].kind} />
            <b>{NAMES[name]}</b>
            <span className={styles.latency}>
              {latency_ms !== null && `${Math.round(latency_ms)} ms`}
            </span>
            <small>{message}</small>
          </li>
        ))}
      </ul>
      <ul className={styles.streams} aria-label="Last whole answer of each stream">
        {health.streams.map(({ stream, last_complete_at }) => (
          <li key={stream}>
            <span>{STREAM_NAMES[stream]}</span>
            {last_complete_at ? (
              <Age of={last_complete_at} />
            ) : (
              <StateLabel kind="unknown">never</StateLabel>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        Checked <Age of={health.checked_at} /> · version {health.version} ·{" "}
        <Link href="/sync" className={text.underlined}>
          Data Sync
        </Link>
      </p>
    </div>
  );
}
