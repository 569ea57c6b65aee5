import type { Question } from "@/lib/model/answer";
import type { Scope, StreamName } from "@/lib/model/stream";
import type { ListKnowledge, LoadedWindow, PlannedWindow } from "./ports";

/** What a question came to, with the answer that was kept of it. */
export type Asked =
  | ({ kind: "ok"; json: unknown } & Kept)
  | ({ kind: "not_found" } & Kept)
  | ({ kind: "backend_error" } & Kept);

/** Where an answer is kept, the sha-256 of its body in hex, and when it was received. */
type Kept = { payloadId: string; hash: string; receivedAt: Date };

/** What a stream has at hand while it reads one window. */
export type WindowContext<Knowledge = ListKnowledge> = {
  /** Asks the source; the answer is kept raw before it is returned. Throws what a retry may cure. */
  ask(question: Question): Promise<Asked>;
  knowledge: Knowledge;
  /** Length of the list as this run last heard it; null before it did. */
  totalCount: number | null;
  /** Code of the last record of the window before. */
  codeBefore: string | null;
};

export type WindowResult<Rec> = {
  loaded: LoadedWindow<Rec>;
  /** Length of the list as this run has heard it so far. */
  totalCount: number | null;
  /** Why the run must stop once this window is written: what comes cannot be understood any more. Null to go on. */
  refused: string | null;
};

/** What a run will ask, and in a sentence what it leaves out and why (null: nothing). */
export type StreamPlan = { windows: readonly PlannedWindow[]; note: string | null };

/** What is needed to collect one kind of data. The engine knows nothing else about it. */
export type SyncStream<Rec, Knowledge = ListKnowledge> = {
  name: StreamName;
  /** What there is to ask, as far as is known before the first answer. */
  plan(scope: Scope, knowledge: Knowledge): StreamPlan;
  /** What a window fails together with: where the source is down for one airport, others may be well. */
  placeOf(window: { scope: string; key: string }): string;
  /** Asks for one window and understands the answers. May run twice for the same window. */
  read(window: PlannedWindow, context: WindowContext<Knowledge>): Promise<WindowResult<Rec>>;
};
