import { REFERENCE_PATHS } from "@/lib/lufthansa/responses";
import type { Answer, Question, Reading, Source } from "@/lib/model/answer";
import type { ReferenceStream } from "@/lib/model/stream";

export type ReferenceWorld = {
  /** Records by position from 1; what is missing up to `totalCount` is unreadable. */
  records: ReadonlyMap<number, unknown>;
  totalCount: number;
  /** Which status an unreadable position answers; 404 where nothing is said. */
  statusOf?: (position: number) => 404 | 500;
};

/** What may happen instead of an answer, at a chosen call. */
export type Disturbance = Extract<Reading, { kind: "wait" | "refused" }> | Error | undefined;

type ReferenceSource = Source & {
  world: ReferenceWorld;
  questions: Question[];
  /** Called with the number of the call, from 1. */
  disturb: (call: number) => Disturbance;
};

/** One reference stream by the paging rules of the source (API.md section 6), with answers as bytes. */
export function referenceSource(stream: ReferenceStream, world: ReferenceWorld): ReferenceSource {
  const source: ReferenceSource = {
    world,
    questions: [],
    disturb: () => undefined,
    async ask(question, onAttempt) {
      const call = source.questions.push(question);
      const disturbance = source.disturb(call);
      if (disturbance instanceof Error) {
        await onAttempt({ kind: "no_answer", reason: disturbance.message });
        throw disturbance;
      }
      if (disturbance) return disturbance;
      const { status, json } = reply(stream, source.world, question);
      await onAttempt({ kind: "answer", answer: toAnswer(question, status, json) });
      if (status === 404) return { kind: "not_found" };
      return status === 500 ? { kind: "backend_error" } : { kind: "ok", json };
    },
  };
  return source;
}

type Reply = { status: number; json: unknown };

function reply(stream: ReferenceStream, world: ReferenceWorld, question: Question): Reply {
  const { offset, limit } = question.query ?? {};
  if (offset === undefined) return replyByCode(stream, world, question);
  const from = Math.max(1, Number(offset));
  const to = Math.min(from + Math.min(Number(limit), 100) - 1, world.totalCount);
  if (from > world.totalCount) return { status: 404, json: {} };
  const records: unknown[] = [];
  for (let position = from; position <= to; position++) {
    const record = world.records.get(position);
    if (record === undefined) return { status: world.statusOf?.(position) ?? 404, json: {} };
    records.push(record);
  }
  return { status: 200, json: envelope(stream, records, { TotalCount: world.totalCount }) };
}

function replyByCode(stream: ReferenceStream, world: ReferenceWorld, { path }: Question): Reply {
  const code = `"${path.split("/").at(-1)}"`;
  const records = [...world.records.values()].filter(
    (record) => Object.values(record as object)[0] === JSON.parse(code),
  );
  if (records.length === 0) return { status: 404, json: {} };
  return { status: 200, json: envelope(stream, records, {}) };
}

/** A list of one is an object, as the source sends it. */
function envelope(stream: ReferenceStream, records: unknown[], meta: object): unknown {
  const [root, list, record] = REFERENCE_PATHS[stream];
  const content = records.length === 1 ? records[0] : records;
  return {
    [root]: { [list]: { [record]: content }, Meta: { "@Version": "1.0.0", Link: [], ...meta } },
  };
}

const toAnswer = ({ path, query = {} }: Question, status: number, json: unknown): Answer => ({
  path,
  query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  status,
  headers: { "content-type": "application/json" },
  body: new TextEncoder().encode(JSON.stringify(json)),
  receivedAt: new Date("2026-01-01T00:00:00Z"),
  durationMs: 1,
});
