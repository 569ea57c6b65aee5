import type { GlyphKind } from "@/components/ui/glyph";
import type { Run } from "@/lib/contract/sync";
import { formatClock, formatNoun } from "@/lib/format";
import type { RunStatus } from "@/lib/model/run";
import { isFlightStream } from "@/lib/model/stream";

const STATES = {
  queued: { kind: "waiting", word: "Queued" },
  running: { kind: "running", word: "Running" },
  complete: { kind: "fine", word: "Complete" },
  partial: { kind: "partial", word: "Partial" },
  failed: { kind: "error", word: "Failed" },
  cancelled: { kind: "cancelled", word: "Cancelled" },
} as const satisfies Record<RunStatus, { kind: GlyphKind; word: string }>;

/** How a run stands: its glyph, its state in a word, and what belongs to it. */
export function describeState(run: Run): { kind: GlyphKind; word: string; more: string | null } {
  const { kind, word } = STATES[run.status];
  if (isBusy(run) && run.cancel_requested) return { kind, word: "Stopping", more: null };
  if (isBusy(run) && run.paused_at) return { kind: "waiting", word: "Paused", more: null };
  if (isBusy(run) && run.waiting_until) {
    const until = `${formatClock(run.waiting_until)} UTC`;
    return { kind: "waiting", word: "Waiting", more: `for quota until ${until}` };
  }
  const unreadable =
    run.unreadable > 0 ? `${formatNoun(run.unreadable, "position")} unreadable` : null;
  return { kind, word, more: unreadable };
}

/** Whether a run may still change. */
export const isBusy = ({ status }: Pick<Run, "status">): boolean =>
  status === "queued" || status === "running";

/** Who or what asked for the run. */
export function describeTrigger({ trigger, requested_by, stream, scope }: Run): string {
  switch (trigger) {
    case "first_round":
      return "First round after the start";
    case "schedule":
      if (scope.endsWith(" live")) return "Live round";
      return isFlightStream(stream) ? "Daily, 06:00 UTC" : "Weekly, Sunday 02:00 UTC";
    case "person":
      return requested_by ?? "A person";
    case "command":
      return "Command line";
  }
}

/** `12 windows a minute`, of the last hour; null while nothing moves. */
export function describePace({ windows_per_minute: pace }: Pick<Run, "windows_per_minute">) {
  if (pace === null) return null;
  return pace < 1
    ? "less than a window a minute"
    : `${formatNoun(Math.round(pace), "window")} a minute`;
}
