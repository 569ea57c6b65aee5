import type { GlyphKind } from "@/components/ui/glyph";
import type { Run } from "@/lib/contract/sync";
import { formatClock, formatNoun } from "@/lib/format";
import type { RunStatus } from "@/lib/model/run";
import { STREAM_NAMES } from "./stream-names";

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

const CODES_NAMED = 3;

/** `Airports`; `Airports FRA, MUC` when only some codes were asked for; `Airports, 12 codes` when they are many. */
export function describeScope({ stream, scope }: Pick<Run, "stream" | "scope">): string {
  const name = STREAM_NAMES[stream];
  if (scope === "list") return name;
  const codes = scope.split(",");
  return codes.length > CODES_NAMED
    ? `${name}, ${formatNoun(codes.length, "code")}`
    : `${name} ${codes.join(", ")}`;
}

/** Who or what asked for the run. */
export function describeTrigger({ trigger, requested_by }: Run): string {
  switch (trigger) {
    case "first_round":
      return "First round after the start";
    case "schedule":
      return "Weekly, Sunday 02:00 UTC";
    case "person":
      return requested_by ?? "A person";
    case "command":
      return "Command line";
  }
}
