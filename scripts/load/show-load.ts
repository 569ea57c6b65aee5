import { percentile, type Tally } from "./tally";

const WIDTHS = [24, 9, 9, 9, 9];
const HEAD = ["operation", "answers", "p50 ms", "p95 ms", "p99 ms"];

/** A table of what became of the requests, with how often each status came. */
export function showLoad({ operations, failed }: Tally): string {
  const lines = [...operations].toSorted(([one], [other]) => (one < other ? -1 : 1));
  let all = 0;
  const rows = lines.map(([name, { answers, took }]) => {
    const count = [...answers.values()].reduce((sum, one) => sum + one, 0);
    all += count;
    const times = [0.5, 0.95, 0.99].map((share) => percentile(took, share)?.toFixed(1) ?? "-");
    return `${columns([name, String(count), ...times])}   ${statuses(answers)}`;
  });
  const end =
    failed === 0
      ? `${all} requests, none of them failed (5xx, or no answer).`
      : `${all} requests, ${failed} of them failed (5xx, or no answer).`;
  return [`${columns(HEAD)}   by status`, ...rows, "", end].join("\n");
}

const columns = (texts: readonly string[]): string =>
  texts
    .map((text, at) => (at === 0 ? text.padEnd(WIDTHS[0] ?? 0) : text.padStart(WIDTHS[at] ?? 0)))
    .join("");

const statuses = (answers: ReadonlyMap<string, number>): string =>
  [...answers]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ");
