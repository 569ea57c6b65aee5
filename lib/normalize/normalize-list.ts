import type { DriftFinding } from "@/lib/model/drift";
import type { Reject, RejectRule } from "@/lib/model/reject";
import { toSample, toText } from "./sample";

/** Notes a value of the right type that cannot be used; the record is kept without it. */
export type NoteUnusable = (field: string, value: unknown) => void;

type UnreadRule = Extract<RejectRule, "missing_code" | "invalid_code" | "unreadable_record">;

/** What one sent record gave: a record with null for what is missing, or the reason why there is none. */
export type RecordReading<Rec> =
  | { kind: "record"; record: Rec }
  | { kind: "reject"; rule: UnreadRule; value: unknown };

/** How the records of one list are understood. */
type ListRules<Rec> = {
  /** Where the records are below the root, for findings: `Airports.Airport`. */
  path: string;
  /** The field that names a record: `AirportCode`. */
  codeField: string;
  /** Fields that the source sends: where one is empty, a later twin may fill it. */
  sentFields: readonly (keyof Rec)[];
  read(item: unknown, note: NoteUnusable): RecordReading<Rec>;
  /** Adds what is derived, after twins have filled what was sent. */
  complete(record: Rec): Rec;
};

export type ListInput = {
  items: readonly unknown[];
  /** Code of the record before the first one, so that a twin across the border is known for one. */
  codeBefore: string | null;
  /** Records behind the last one, which belong to the next window: read only to fill the last record. */
  ahead: readonly unknown[];
};

/** `index` is the item's place among those given. Every item is one record or one reject. */
export type NormalizedList<Rec> = {
  records: { record: Rec; index: number }[];
  rejects: (Reject & { index: number })[];
  notes: (DriftFinding & { index: number })[];
  lastCode: string | null;
  /** The last record has empty fields, and nothing was seen yet that is not its twin: one more ahead may fill it. */
  isOpen: boolean;
};

type Coded = { code: string };

/** Reads each item, and makes one record of twins: the first one wins and is filled from the later ones, which are rejects. */
export function normalizeList<Rec extends Coded>(
  { items, codeBefore, ahead }: ListInput,
  rules: ListRules<Rec>,
): NormalizedList<Rec> {
  const found = new Map<string, { record: Rec; index: number }>();
  const rejects: NormalizedList<Rec>["rejects"] = [];
  const notes = new Map<string, DriftFinding & { index: number }>();
  let lastCode = codeBefore;

  for (const [index, item] of items.entries()) {
    const reading = rules.read(item, (field, value) =>
      addNote(notes, { path: `${rules.path}[].${field}`, value, index }),
    );
    if (reading.kind === "reject") {
      rejects.push({ ...toReject(reading, item, rules.codeField), index });
      continue;
    }
    const { record } = reading;
    const twin = found.get(record.code);
    lastCode = record.code;
    if (twin) fill(twin, record, rules.sentFields);
    if (twin || record.code === codeBefore) {
      rejects.push({ ...toDuplicate(record.code, item, rules.codeField), index });
    } else found.set(record.code, { record, index });
  }

  const last = lastCode === null ? undefined : found.get(lastCode);
  const isOpen = last !== undefined && lookAhead(last, ahead, rules);
  const records = [...found.values()].map(({ record, index }) => ({
    record: rules.complete(record),
    index,
  }));
  return { records, rejects, notes: [...notes.values()], lastCode, isOpen };
}

/** Fills the last record from twins behind the window; true while another look ahead may fill more. */
function lookAhead<Rec extends Coded>(
  last: { record: Rec },
  ahead: readonly unknown[],
  { read, sentFields }: ListRules<Rec>,
): boolean {
  for (const item of ahead) {
    const reading = read(item, () => undefined);
    if (reading.kind === "reject") continue;
    if (reading.record.code !== last.record.code) return false;
    fill(last, reading.record, sentFields);
  }
  return sentFields.some((field) => isEmpty(last.record[field]));
}

function fill<Rec>(target: { record: Rec }, later: Rec, fields: readonly (keyof Rec)[]): void {
  const filled = { ...target.record };
  for (const field of fields) {
    if (isEmpty(filled[field])) filled[field] = later[field];
  }
  target.record = filled;
}

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

function addNote(
  notes: Map<string, DriftFinding & { index: number }>,
  { path, value, index }: { path: string; value: unknown; index: number },
): void {
  const found = String(value).slice(0, 100);
  const key = `${path} ${found}`;
  const known = notes.get(key) ?? { kind: "unusable_value", path, found, count: 0, index };
  notes.set(key, { ...known, count: known.count + 1 });
}

const MESSAGES = {
  missing_code: "The record has no code and cannot be told from others.",
  invalid_code: "The code is not one that this kind of record can have.",
  unreadable_record: "This is no record at all.",
} as const;

function toReject(
  { rule, value }: Extract<RecordReading<unknown>, { kind: "reject" }>,
  item: unknown,
  codeField: string,
): Reject {
  const sample = toSample(item);
  return {
    rule,
    key: rule === "invalid_code" ? toText(value, 60) : sample.slice(0, 60),
    field: rule === "unreadable_record" ? null : codeField,
    value: value === undefined || value === null ? null : toText(value, 255),
    message: MESSAGES[rule],
    sample,
  };
}

function toDuplicate(code: string, item: unknown, codeField: string): Reject {
  return {
    rule: "duplicate_code",
    key: code,
    field: codeField,
    value: code,
    message: `The list has ${code} more than once: the first one is kept, its empty fields filled from this one.`,
    sample: toSample(item),
  };
}
