import type { Source } from "@/lib/model/answer";
import {
  NO_RECORDS,
  type RecordCounts,
  type RunStatus,
  type RunTask,
  type WindowState,
} from "@/lib/model/run";
import { LIST_SCOPE, type Scope, type StreamName } from "@/lib/model/stream";
import type {
  Ledger,
  LedgerWindow,
  LoadedWindow,
  PlannedWindow,
  RunEnd,
  Step,
  SyncPorts,
} from "@/lib/sync/ports";

type MemoryWindow = LedgerWindow & {
  state: WindowState;
  expected: number | null;
  counts: RecordCounts;
  lastCode: string | null;
  calls: number;
  message: string | null;
};

/** What a database would hold: it outlives the process that works on it. */
export type SyncMemory<Rec> = {
  run: {
    id: string;
    stream: StreamName;
    scope: Scope;
    status: RunStatus;
    task: RunTask;
    cancelRequested: boolean;
    paused: boolean;
    /** Who holds the lease; anybody else is told so. */
    owner: string | null;
    waitingUntil: Date | null;
    end: RunEnd | null;
  };
  windows: MemoryWindow[];
  rows: Map<string, Rec>;
  rejects: LoadedWindow<Rec>["rejects"][number][];
  unreadable: Map<number, 404 | 500>;
  drift: Map<string, LoadedWindow<Rec>["drift"][number]>;
  /** Kept answers: window and status of each. */
  payloads: { id: string; window: string; status: number }[];
  totalCount: number | null;
};

export const syncMemory = <Rec>(
  stream: StreamName,
  start: { scope?: Scope; unreadable?: readonly number[]; totalCount?: number } = {},
): SyncMemory<Rec> => ({
  run: {
    id: "run-1",
    stream,
    scope: start.scope ?? LIST_SCOPE,
    status: "queued",
    task: "collect",
    cancelRequested: false,
    paused: false,
    owner: null,
    waitingUntil: null,
    end: null,
  },
  windows: [],
  rows: new Map(),
  rejects: [],
  unreadable: new Map((start.unreadable ?? []).map((position) => [position, 404])),
  drift: new Map(),
  payloads: [],
  totalCount: start.totalCount ?? null,
});

/** Runs a step at once, remembers nothing, tries nothing again. */
export const plainStep = (): Step => ({
  run: (_id, work) => work(),
  sleepUntil: async () => undefined,
});

/** Ports over a memory, as one worker has them. */
export function syncPorts<Rec extends { code: string }>(
  memory: SyncMemory<Rec>,
  { source, step = plainStep(), owner = "worker" }: { source: Source; step?: Step; owner?: string },
): SyncPorts<Rec> {
  return {
    step,
    source,
    ledger: memoryLedger(memory, owner),
    async keepAnswer({ window, attempt }) {
      const id = `payload-${memory.payloads.length + 1}`;
      memory.payloads.push({ id, window, status: attempt.answer.status });
      return { id, hash: `hash of ${id}` };
    },
    knowledge: async () => ({
      unreadable: [...memory.unreadable.keys()].sort((one, other) => one - other),
      totalCount: memory.totalCount,
    }),
    isOutranked: async () => false,
  };
}

function memoryLedger<Rec extends { code: string }>(
  memory: SyncMemory<Rec>,
  owner: string,
): Ledger<Rec> {
  const { run, windows } = memory;
  const add = (planned: readonly PlannedWindow[]) => {
    for (const window of planned) {
      if (windows.some(({ scope, key }) => scope === window.scope && key === window.key)) continue;
      const place = { id: windows.length + 1, position: windows.length };
      const nothing = { state: "planned", expected: null, lastCode: null, message: null } as const;
      windows.push({ ...window, ...place, ...nothing, counts: NO_RECORDS, calls: 0 });
    }
  };
  const get = (id: number) => {
    const window = windows.find((one) => one.id === id);
    if (!window) throw new Error(`No window ${id}`);
    return window;
  };
  return {
    async claim() {
      const isEnded = run.status !== "queued" && run.status !== "running";
      if (!isEnded && run.owner !== null && run.owner !== owner) return null;
      if (!isEnded) Object.assign(run, { status: "running", owner });
      return { ...run };
    },
    async plan(_runId, planned) {
      if (windows.length === 0) add(planned);
      return windows.length;
    },
    async next() {
      run.waitingUntil = null;
      const window =
        windows.find(({ state }) => state === "running") ??
        windows.find(({ state }) => state === "planned");
      if (!window) return null;
      window.state = "running";
      const { id, position, scope, key, plan } = window;
      return { id, position, scope, key, plan };
    },
    async noteCall({ id }) {
      get(id).calls++;
    },
    codeBefore: async (_runId, { position }) =>
      windows.find((window) => window.position === position - 1)?.lastCode ?? null,
    async load(_runId, { id }, loaded) {
      const window = get(id);
      if (window.state !== "running") return window.counts;
      window.counts = write(memory, loaded);
      add(loaded.more);
      const { state, expected, lastCode } = loaded;
      Object.assign(window, { state, expected, lastCode, message: null });
      return window.counts;
    },
    async wait(_runId, until) {
      run.waitingUntil = until;
    },
    async fail(_runId, message) {
      const window = windows.find(({ state }) => state === "running");
      if (window) Object.assign(window, { state: "failed", message });
      return window ? { scope: window.scope, key: window.key } : null;
    },
    async release() {
      Object.assign(run, { status: "queued", owner: null });
    },
    async finish(_runId, end) {
      if (run.end) return run.status;
      Object.assign(run, { end, status: statusOf(windows, end) });
      return run.status;
    },
  };
}

function statusOf(windows: readonly MemoryWindow[], end: RunEnd): RunStatus {
  if (end.cancelled) return "cancelled";
  const isDone = ({ state }: MemoryWindow) => ["complete", "partial", "empty"].includes(state);
  if (end.refused !== null || !windows.some(isDone)) return "failed";
  return windows.every(isDone) ? "complete" : "partial";
}

/** Writes as one transaction would, and counts each thing where it happens. */
function write<Rec extends { code: string }>(
  memory: SyncMemory<Rec>,
  loaded: LoadedWindow<Rec>,
): RecordCounts {
  const counts = { ...NO_RECORDS, fetched: loaded.fetched };
  for (const { record } of loaded.records) {
    const before = memory.rows.get(record.code);
    if (!before) counts.inserted++;
    else if (JSON.stringify(before) === JSON.stringify(record)) counts.unchanged++;
    else counts.updated++;
    memory.rows.set(record.code, record);
  }
  for (const reject of loaded.rejects) {
    counts.rejected++;
    memory.rejects.push(reject);
  }
  for (const { position, status } of loaded.unreadable) memory.unreadable.set(position, status);
  for (const position of loaded.healed) memory.unreadable.delete(position);
  for (const finding of loaded.drift) {
    memory.drift.set(`${finding.kind} ${finding.path} ${finding.found}`, finding);
  }
  return counts;
}
