import { invalidInput } from "@/lib/http/invalid-input";
import type { Column, FieldColumns } from "./column";

/** The columns of a file: all, or those that `fields` names, which may be fields of the API's rows or single columns. Throws `validation_failed`. */
export function selectColumns<Row extends object>(
  columns: FieldColumns<Row>,
  fields: string | undefined,
): Column<Row>[] {
  // Its keys are the fields of Row, by its type.
  const byField = new Map(Object.entries(columns) as [string, readonly Column<Row>[]][]);
  const all = [...byField.values()].flat();
  if (fields === undefined) return all;
  const byName = new Map(all.map((column) => [column.name, [column] as readonly Column<Row>[]]));
  const found = namesIn(fields).map((name) => byField.get(name) ?? byName.get(name) ?? name);
  refuseUnknown(
    found.filter((one) => typeof one === "string"),
    [...new Set([...byField.keys(), ...byName.keys()])],
  );
  return [...new Set(found.flat().filter((one) => typeof one !== "string"))];
}

/** The fields that the objects of a file have: all, or those that `fields` names. Throws `validation_failed`. */
export function selectFields(
  columns: FieldColumns<object>,
  fields: string | undefined,
): readonly string[] | null {
  if (fields === undefined) return null;
  const known = Object.keys(columns);
  const wanted = namesIn(fields);
  refuseUnknown(
    wanted.filter((name) => !known.includes(name)),
    known,
  );
  return wanted;
}

const namesIn = (fields: string): string[] => [
  ...new Set(fields.split(",").map((name) => name.trim())),
];

function refuseUnknown(unknown: readonly string[], known: readonly string[]): void {
  if (unknown.length === 0) return;
  const named = unknown.map((name) => `"${name}"`).join(", ");
  throw invalidInput([
    { name: "query.fields", reason: `names ${named}; there are ${known.join(", ")}` },
  ]);
}
