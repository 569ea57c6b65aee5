import { isObject, type Json } from "@/sandbox/json";

/** A value's form: digits as 9, letters as a or A, numbers and truth by their kind. */
function formOf(value: Json): string {
  if (typeof value !== "string") return value === null ? "null" : typeof value;
  return value.replace(/\d/g, "9").replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A");
}

export type Shape = Map<string, { forms: Set<string>; values: Set<Json> }>;

/** Adds what `json` has at each path of keys; lists add nothing to a path, as a list of one is its element. */
export function addShape(shape: Shape, json: Json | undefined, path = ""): Shape {
  if (Array.isArray(json)) {
    for (const entry of json) addShape(shape, entry, path);
  } else if (isObject(json)) {
    for (const [key, value] of Object.entries(json)) addShape(shape, value, `${path}.${key}`);
  } else if (json !== undefined) {
    const found = shape.get(path) ?? { forms: new Set(), values: new Set() };
    found.forms.add(formOf(json));
    found.values.add(json);
    shape.set(path, found);
  }
  return shape;
}
