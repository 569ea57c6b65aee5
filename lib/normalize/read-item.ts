import type { z } from "zod";
import type { NoteUnusable, RecordReading } from "./normalize-list";

/**
 * Reads one sent record by its schema, which asks for nothing but the code, and makes our record of it. The code is
 * trimmed, upper-cased and must match `codePattern`.
 */
export function readItem<Sent, Rec>(
  item: unknown,
  {
    schema,
    codeField,
    codePattern,
    toRecord,
  }: {
    schema: z.ZodType<Sent>;
    codeField: keyof Sent & string;
    codePattern: RegExp;
    toRecord(code: string, sent: Sent): Rec;
  },
): RecordReading<Rec> {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { kind: "reject", rule: "unreadable_record", value: item };
  }
  const raw: unknown = Object.entries(item).find(([field]) => field === codeField)?.[1];
  const isMissing = raw === undefined || raw === null || (typeof raw === "string" && !raw.trim());
  if (isMissing) return { kind: "reject", rule: "missing_code", value: raw };
  const sent = schema.safeParse(item);
  if (!sent.success) return { kind: "reject", rule: "invalid_code", value: raw };
  const code = String(sent.data[codeField]).trim().toUpperCase();
  if (!codePattern.test(code)) return { kind: "reject", rule: "invalid_code", value: raw };
  return { kind: "record", record: toRecord(code, sent.data) };
}

/** A code that a record refers to: trimmed and upper-cased; null, and noted, when it is not one. */
export function readCode(
  value: string | undefined,
  { field, pattern, note }: { field: string; pattern: RegExp; note: NoteUnusable },
): string | null {
  if (value === undefined) return null;
  const code = value.trim().toUpperCase();
  if (pattern.test(code)) return code;
  note(field, value);
  return null;
}
