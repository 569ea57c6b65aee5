import { AppError } from "@/lib/errors";
import { REFERENCE_PATHS, type ReferenceList, referenceList } from "@/lib/lufthansa/responses";
import type { DriftFinding } from "@/lib/model/drift";
import type { ReferenceStream } from "@/lib/model/stream";
import { findDrift } from "@/lib/normalize/drift";
import { KNOWN_SHAPES } from "@/lib/normalize/known-shapes";
import type { NormalizedList } from "@/lib/normalize/normalize-list";
import type { LoadedWindow } from "../ports";

type Drift = LoadedWindow<unknown>["drift"][number];

/** Opens the answers of one window and gathers how they differ from the shape we know, each finding once. */
export type Understanding = {
  /** Throws AppError("upstream_unavailable") when the answer is not an answer of this stream at all. */
  open(answer: { json: unknown; payloadId: string }): ReferenceList;
  note(finding: DriftFinding, payloadId: string): void;
  drift(): Drift[];
};

export function understandAnswers(stream: ReferenceStream): Understanding {
  const findings = new Map<string, Drift>();
  const note = ({ count, ...finding }: DriftFinding, payloadId: string): void => {
    const key = `${finding.kind} ${finding.path} ${finding.found}`;
    const known = findings.get(key) ?? { ...finding, count: 0, payloadId };
    findings.set(key, { ...known, count: known.count + count });
  };
  return {
    open({ json, payloadId }) {
      const list = referenceList(json, stream);
      if (!list) throw notAList(stream);
      for (const finding of findDrift(rootOf(json, stream), KNOWN_SHAPES[stream])) {
        note(finding, payloadId);
      }
      return list;
    },
    note,
    drift: () => [...findings.values()],
  };
}

/** The part below the root key; `referenceList` has made sure that it is there. */
const rootOf = (json: unknown, stream: ReferenceStream): unknown =>
  Object.entries(json as object).find(([key]) => key === REFERENCE_PATHS[stream][0])?.[1];

const notAList = (stream: ReferenceStream): AppError =>
  new AppError(
    "upstream_unavailable",
    `The answer holds no ${REFERENCE_PATHS[stream].join(".")}, where ${stream} used to be. It is kept raw; nothing of it was stored. If it stays so, the source has changed its format.`,
  );

/** Where an item came from. */
type ItemOrigin = { payloadId: string; position: number | null };

/** Puts each record and reject beside the answer that it came from. */
export function withOrigins<Rec>(
  { records, rejects }: NormalizedList<Rec>,
  origins: readonly ItemOrigin[],
): Pick<LoadedWindow<Rec>, "records" | "rejects"> {
  const originOf = (index: number): ItemOrigin => {
    const origin = origins[index];
    if (!origin) throw new Error(`Item ${index} was never read`);
    return origin;
  };
  return {
    records: records.map(({ record, index }) => {
      const { payloadId, position } = originOf(index);
      return { record, payloadId, listPosition: position };
    }),
    rejects: rejects.map(({ index, ...reject }) => ({
      ...reject,
      payloadId: originOf(index).payloadId,
    })),
  };
}
