import type { Run } from "@/lib/contract/sync";
import { formatDate, formatDay, formatNoun } from "@/lib/format";
import { isFlightStream } from "@/lib/model/stream";
import { STREAM_NAMES } from "./stream-names";

type ScopedRun = Pick<Run, "stream" | "scope" | "task">;

const NAMED = 3;
const FLIGHTS = /^flights (\S+) (?:(\S+)\.\.(\S+) )?(\w+)$/;

/**
 * What a run is about: `Airports`; `Airports FRA, MUC` when only some codes were asked for; `Airports, 12 codes` when they are
 * many; of flights `Schedules FRA-LHR, 1 May 2030` or `Backfill of flight status, 1 May to 8 May 2030`.
 */
export function describeScope({ stream, scope, task }: ScopedRun): string {
  const name = describeTask(task, STREAM_NAMES[stream]);
  if (scope === "list") return name;
  const [, places, from, to, mode] = FLIGHTS.exec(scope) ?? [];
  if (!places) return name + nameSome(scope.split(","), "code");
  const some = places === "tracked" ? "" : nameSome(places.split(","), "place");
  return `${name}${some}, ${describeDays({ stream, from, to, mode })}`;
}

/** What a run asks for, for a list of facts. */
export function describeAsked({ scope, task }: Pick<Run, "scope" | "task">): string {
  if (scope === "list") return "the whole list";
  const [, places, from, to, mode] = FLIGHTS.exec(scope) ?? [];
  if (!places) return scope.split(",").join(", ");
  const of = places === "tracked" ? "all that is tracked" : places.split(",").join(", ");
  const days = from && to ? `, ${spanOf(from, to)}` : "";
  if (task === "normalize") return `all kept answers${days}`;
  return `${of}${days}: ${MODES[mode ?? ""] ?? mode}`;
}

const MODES: Readonly<Record<string, string>> = {
  missing: "windows that are not settled",
  again: "every window",
  live: "the windows that hold now",
};

function describeTask(task: Run["task"], name: string): string {
  const lower = lowerFirst(name);
  switch (task) {
    case "collect":
      return name;
    case "backfill":
      return `Backfill of ${lower}`;
    case "import":
      return `Import of ${lower}`;
    case "normalize":
      return `Rebuilding of ${lower}`;
  }
}

/** `Flight status FRA` inside a sentence: `flight status FRA`. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const nameSome = (codes: readonly string[], noun: string): string =>
  codes.length > NAMED ? `, ${formatNoun(codes.length, noun)}` : ` ${codes.join(", ")}`;

type Days = {
  stream: Run["stream"];
  from: string | undefined;
  to: string | undefined;
  mode: string | undefined;
};

function describeDays({ stream, from, to, mode }: Days): string {
  if (mode === "live") return "live";
  if (from && to) return spanOf(from, to);
  return isFlightStream(stream) && stream !== "schedules"
    ? "yesterday and today"
    : "today and what comes";
}

function spanOf(from: string, to: string): string {
  if (from === to) return formatDate(from);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${isOneYear ? formatDay(from) : formatDate(from)} to ${formatDate(to)}`;
}
