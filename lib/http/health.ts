import type { z } from "zod";
import type { HEALTH_STATES, Health } from "@/lib/contract/system";
import type { OriginKind } from "@/lib/model/origin";

type State = (typeof HEALTH_STATES)[number];
type Dependency = z.input<typeof Health>["dependencies"][number];
type StreamHealth = Health["streams"][number];

/** What a check found. One that throws, or takes longer than its time, is an error. */
export type Finding = { state: State; message: string };

export type DependencyCheck = {
  name: Dependency["name"];
  required: boolean;
  check(): Promise<Finding>;
};

const CHECK_WITHIN_MS = 2000;
const WORSE: readonly State[] = ["ok", "warning", "error"];
const rank = (state: State) => WORSE.indexOf(state);

/**
 * Asks one dependency, for two seconds at most. `clock` gives milliseconds. Never throws: what a check throws is
 * its finding.
 */
export async function askDependency(
  { name, required, check }: DependencyCheck,
  { clock = () => performance.now(), withinMs = CHECK_WITHIN_MS } = {},
): Promise<Dependency> {
  const startedAt = clock();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    const message = `It did not answer within ${withinMs} ms.`;
    timer = setTimeout(() => resolve({ state: "error", message }), withinMs);
  });
  const finding = await Promise.race([found(check), late]);
  clearTimeout(timer);
  return { name, required, ...finding, latency_ms: Math.round((clock() - startedAt) * 10) / 10 };
}

async function found(check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return { state: "error", message: error instanceof Error ? error.message : String(error) };
  }
}

/** The whole report and its status: 503 when something without which nothing works is down. */
export function toHealth(facts: {
  dependencies: readonly Dependency[];
  streams: readonly StreamHealth[];
  version: string;
  origin: OriginKind | null;
  now: Date;
}): { status: 200 | 503; health: Health } {
  // What is down is the better reason than what only warns, also where neither is required.
  const byState = facts.dependencies.toSorted((a, b) => rank(b.state) - rank(a.state));
  const judged = [...byState.map(ofDependency), ...facts.streams.map(ofStream)];
  const worst = judged.reduce((a, b) => (rank(b.state) > rank(a.state) ? b : a), {
    state: "ok" as State,
    message: "Everything works.",
  });
  const down = facts.dependencies.some(({ required, state }) => required && state === "error");
  return {
    status: down ? 503 : 200,
    health: {
      status: worst.state,
      reason: worst.message,
      version: facts.version,
      origin: facts.origin,
      checked_at: facts.now.toISOString(),
      dependencies: [...facts.dependencies],
      streams: [...facts.streams],
    },
  };
}

/** What is not required can be no worse than a warning for the whole. */
function ofDependency({ name, required, state, message }: Dependency): Finding {
  const worst = state === "error" && !required ? "warning" : state;
  return { state: worst, message: `${name}: ${message}` };
}

function ofStream({ stream, last_status, last_complete_at, freshness }: StreamHealth): Finding {
  if (last_status === "failed")
    return { state: "warning", message: `The last run of ${stream} failed.` };
  if (last_status === "partial") {
    return { state: "warning", message: `The last run of ${stream} left something out.` };
  }
  // What was never collected has its own place on the overview: a new database is not ill.
  if (freshness === "error" && last_complete_at !== null) {
    return {
      state: "warning",
      message: `${stream} is out of date: it was last answered whole at ${last_complete_at}.`,
    };
  }
  return { state: "ok", message: "" };
}
