import type { DriftFinding, DriftKind } from "@/lib/model/drift";
import type { KnownObject, KnownShape, KnownValue } from "./known-shapes";

const LONGEST_FOUND = 100;
const LONGEST_PATH = 200;

/**
 * Compares an answer with the shape that is known: new, missing and retyped fields and unknown codes, each once with
 * the number of places. An empty object stands for nothing (`"Names":{}`), a list of one may be the thing itself.
 */
export function findDrift(value: unknown, shape: KnownObject): DriftFinding[] {
  const findings = new Map<string, DriftFinding>();
  compare(value, shape, {
    path: "",
    note: (kind, path, found) => {
      const key = `${kind} ${path} ${found}`;
      const known = findings.get(key) ?? {
        kind,
        path: path.slice(0, LONGEST_PATH),
        found: found.slice(0, LONGEST_FOUND),
        count: 0,
      };
      findings.set(key, { ...known, count: known.count + 1 });
    },
  });
  return [...findings.values()];
}

type Place = { path: string; note: (kind: DriftKind, path: string, found: string) => void };

function compare(value: unknown, shape: KnownShape, place: Place): void {
  if ("listOf" in shape) compareList(value, shape.listOf, place);
  else if ("fields" in shape) compareObject(value, shape, place);
  else compareValue(value, shape, place);
}

function compareList(value: unknown, shape: KnownValue | KnownObject, place: Place): void {
  const inside = { ...place, path: `${place.path}[]` };
  for (const item of Array.isArray(value) ? value : [value]) compare(item, shape, inside);
}

function compareObject(value: unknown, { fields }: KnownObject, place: Place): void {
  const found = typeOf(value);
  if (found !== "object") {
    place.note("changed_type", place.path, found);
    return;
  }
  // typeOf has just made sure that this is an object.
  const sent = new Map(Object.entries(value as object));
  for (const [field, shape] of Object.entries(fields)) {
    const below = at(place, field);
    const content = sent.get(field) ?? undefined;
    if (content !== undefined) compare(content, shape, below);
    else if (!shape.optional && sent.size > 0) below.note("missing_field", below.path, "");
  }
  for (const [field, content] of sent) {
    const below = at(place, field);
    if (!Object.hasOwn(fields, field)) below.note("new_field", below.path, typeOf(content));
  }
}

const at = ({ path, note }: Place, field: string): Place => ({
  path: path ? `${path}.${field}` : field,
  note,
});

function compareValue(value: unknown, { types, codes }: KnownValue, { path, note }: Place): void {
  const found = typeOf(value);
  if (!types.some((type) => type === found)) note("changed_type", path, found);
  else if (codes && !codes.has(String(value))) note("new_code", path, String(value));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "text" : typeof value;
}
