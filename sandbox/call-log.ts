import type { FaultKind } from "./faults";
import type { Refusal } from "./quota";

export type Call = {
  at: number;
  /** `token`, `airports`, `airports/{code}`, `airports/nearest`, …, or `unknown`. */
  endpoint: string;
  path: string;
  status: number;
  fault: FaultKind | null;
  /** Why quota refused it. */
  refused: Refusal | null;
};

/** What `GET /_sandbox/calls` answers: every call since the start, but those to `/_sandbox` itself. */
export type CallCounts = {
  total: number;
  tokens: number;
  by_endpoint: Record<string, Record<string, number>>;
  by_status: Record<string, number>;
  faults: Partial<Record<FaultKind, number>>;
  refused: Record<Refusal, number>;
  /** Most calls within one clock second, and within any 1,000 ms. */
  max_in_a_second: number;
  max_in_1000_ms: number;
  by_hour: Record<string, number>;
  max_in_an_hour: number;
};

export type CallLog = { add(call: Call): void; counts(): CallCounts; calls(): readonly Call[] };

/** `calls()` remembers the last ones only, the counts are of all. */
const REMEMBERED = 5000;

const raise = <Key extends string>(counts: Partial<Record<Key, number>>, key: Key) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Keeps count of what was answered, so that a client can be checked from the other side. */
export function createCallLog(): CallLog {
  const remembered: Call[] = [];
  const recent: number[] = [];
  let second = { start: -1, calls: 0 };
  const counts: CallCounts = {
    total: 0,
    tokens: 0,
    by_endpoint: {},
    by_status: {},
    faults: {},
    refused: { "403-second": 0, "403-hour": 0 },
    max_in_a_second: 0,
    max_in_1000_ms: 0,
    by_hour: {},
    max_in_an_hour: 0,
  };

  function countTimes(at: number) {
    const start = Math.floor(at / 1000);
    second = { start, calls: second.start === start ? second.calls + 1 : 1 };
    counts.max_in_a_second = Math.max(counts.max_in_a_second, second.calls);
    recent.push(at);
    while ((recent[0] ?? at) <= at - 1000) recent.shift();
    counts.max_in_1000_ms = Math.max(counts.max_in_1000_ms, recent.length);
    raise(counts.by_hour, `${new Date(at).toISOString().slice(0, 13)}:00:00.000Z`);
    counts.max_in_an_hour = Math.max(...Object.values(counts.by_hour));
  }

  return {
    add(call) {
      counts.total++;
      if (call.endpoint === "token") counts.tokens++;
      counts.by_endpoint[call.endpoint] ??= {};
      raise(counts.by_endpoint[call.endpoint] ?? {}, String(call.status));
      raise(counts.by_status, String(call.status));
      if (call.fault) raise(counts.faults, call.fault);
      if (call.refused) raise(counts.refused, call.refused);
      countTimes(call.at);
      remembered.push(call);
      if (remembered.length > REMEMBERED) remembered.shift();
    },
    counts: () => structuredClone(counts),
    calls: () => remembered,
  };
}
