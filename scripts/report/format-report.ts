import type { Figures, Report } from "@/lib/db/report/get-report";

/** Each figure in the words of a person. */
const FIGURES = {
  flights: "flights",
  codeshares: "numbers they are also sold under",
  airports: "places they leave from or go to",
  operating_carriers: "carriers that operate them",
  departed: "departed",
  late: "  of these 15 minutes late or more",
  median_departure_delay: "  median delay, minutes",
  p90_departure_delay: "  delay that 90 % did not exceed",
  arrived: "arrived",
  arrived_late: "  of these 15 minutes late or more",
  median_arrival_delay: "  median delay, minutes",
  p90_arrival_delay: "  delay that 90 % did not exceed",
  cancelled: "cancelled",
  diverted: "diverted or rerouted",
} as const satisfies Record<keyof Figures, string>;

const DEFINITIONS = `Departed, arrived: confirmed by the source; arrived leaves out diverted and rerouted flights. Delays: actual minus
scheduled; percentiles by nearest rank. "air" leaves out trains and buses. Not counted: withdrawn flights, and numbers
with stops (their legs are). Rejects, whatever days are asked for: records of flights that could not be kept, each once,
by the rule they broke.`;

/** The report as a table for people. */
export function formatReport(report: Report): string {
  const { answers, rows, all, air, rejects, coverage } = report;
  const names = Object.entries(FIGURES) as [keyof Figures, string][];
  return [
    `${count(answers)} answers told of flights ${count(rows)} times.`,
    "",
    row("", "all", "air"),
    ...names.map(([name, words]) => row(words, count(all[name]), count(air[name]))),
    "",
    `Rejects: ${list(rejects)}`,
    ...Object.entries(coverage).map(
      ([stream, { windows, settled, assumed, first_day, last_day, states }]) =>
        `Windows of ${stream}, ${first_day} to ${last_day}: ${count(windows)} (${list(states)}), ${count(settled)} settled, ` +
        `${count(assumed)} at an assumed time`,
    ),
    "",
    DEFINITIONS,
  ].join("\n");
}

const row = (words: string, all: string, air: string): string =>
  `${words.padEnd(38)}${all.padStart(10)}${air.padStart(10)}`;

const count = (value: number | null): string => value?.toLocaleString("en-GB") ?? "-";

const list = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, value]) => `${name} ${count(value)}`)
    .join(", ") || "none";
