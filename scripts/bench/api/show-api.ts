import { cpus, totalmem } from "node:os";
import type { ApiMeasure } from "./measure-api";

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

/** What this machine is, as far as it explains figures. */
export function machineFacts(database: string): string {
  const [cpu] = cpus();
  const memory = `${whole(totalmem() / 2 ** 30)} GB`;
  return `${cpus().length} x ${cpu?.model.trim() ?? "unknown processor"}, ${memory}; Node ${process.versions.node}; ${database}`;
}

/** What was measured as lines for people. Answers a second depend on the machine; the ratios are what to look at. */
export function showApi({ bytes, comparisons }: ApiMeasure): string {
  const rows = comparisons.map(({ name, ours, theirs, ratio, aim }) =>
    [
      name.padEnd(56),
      whole(ours).padStart(8),
      whole(theirs).padStart(8),
      ratio.toFixed(2).padStart(7),
      `(aim ${aim})`.padStart(10),
    ].join(" "),
  );
  const head = `${"answers a second".padEnd(56)} ${"ours".padStart(8)} ${"bare".padStart(8)} ${"ratio".padStart(7)}`;
  return [`a list of 100 flights is up to ${whole(bytes / 1000)} kB`, head, ...rows].join("\n");
}
