import type { DriftFinding, DriftKind } from "@/lib/model/drift";
import type { KnownObject, KnownShape, KnownValue } from "./known-shapes";

const LONGEST_FOUND = 100;
const LONGEST_PATH = 200;

/**
 * Compares an answer with the shape that is known: new, missing and retyped fields and unknown codes, each once with
 * the number of places. An empty object stands for nothing (`"Names":{}`), a list of one may be the thing itself.
 */
export function findDrift(value: unknown, shape: KnownObject): DriftFinding[] {
  const findings: Findings = new Map();
  compareObject(value, shape, { findings, above: null, field: "" });
  return [...findings.values()];
}

type Findings = Map<string, DriftFinding>;

/**
 * A place in an answer, with the one that it is in. Its path is only written where something is found: nearly nothing ever is,
 * and every field of every answer is compared.
 */
type Place = { findings: Findings; above: Place | null; field: string };

const below = (above: Place, field: string): Place => ({
  findings: above.findings,
  above,
  field,
});

function pathOf({ above, field }: Place): string {
  const path = above ? pathOf(above) : "";
  return field === "[]" || !path ? `${path}${field}` : `${path}.${field}`;
}

function note(kind: DriftKind, place: Place, found: string): void {
  const path = pathOf(place);
  const key = `${kind} ${path} ${found}`;
  const known = place.findings.get(key) ?? {
    kind,
    path: path.slice(0, LONGEST_PATH),
    found: found.slice(0, LONGEST_FOUND),
    count: 0,
  };
  place.findings.set(key, { ...known, count: known.count + 1 });
}

function compare(value: unknown, shape: KnownShape, above: Place, field: string): void {
  if ("types" in shape) compareValue(value, shape, above, field);
  else if ("fields" in shape) compareObject(value, shape, below(above, field));
  else compareList(value, shape.listOf, below(above, field));
}

function compareList(value: unknown, shape: KnownValue | KnownObject, place: Place): void {
  if (!Array.isArray(value)) compare(value, shape, place, "[]");
  else for (const item of value) compare(item, shape, place, "[]");
}

function compareObject(value: unknown, { fields }: KnownObject, place: Place): void {
  const found = typeOf(value);
  if (found !== "object") {
    note("changed_type", place, found);
    return;
  }
  // typeOf has just made sure that this is an object.
  const sent = value as Readonly<Record<string, unknown>>;
  const isEmpty = Object.keys(sent).length === 0;
  for (const field in fields) {
    const shape = fields[field];
    const content = sent[field] ?? undefined;
    if (content !== undefined && shape) compare(content, shape, place, field);
    else if (!(shape?.optional || isEmpty)) note("missing_field", below(place, field), "");
  }
  noteNewFields(sent, fields, place);
}

function noteNewFields(
  sent: Readonly<Record<string, unknown>>,
  known: KnownObject["fields"],
  place: Place,
): void {
  for (const field in sent) {
    if (!Object.hasOwn(known, field)) {
      note("new_field", below(place, field), typeOf(sent[field]));
    }
  }
}

function compareValue(
  value: unknown,
  { types, codes }: KnownValue,
  above: Place,
  field: string,
): void {
  const found = typeOf(value);
  if (!types.some((type) => type === found)) note("changed_type", below(above, field), found);
  else if (codes && !codes.has(String(value))) note("new_code", below(above, field), String(value));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "text" : typeof value;
}
