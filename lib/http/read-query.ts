import type { z } from "zod";
import type { InvalidParam } from "@/lib/errors";
import { invalidInput, toInvalidParams } from "./invalid-input";

/**
 * The query by its schema. Strict: a name that is unknown, given twice or left empty is an error that names it,
 * because a filter that is silently ignored answers another question than the one asked.
 */
export function readQuery(search: URLSearchParams, schema: z.ZodObject | undefined): unknown {
  const known = Object.keys(schema?.shape ?? {});
  const wrong = [...new Set(search.keys())].flatMap((name): InvalidParam[] => {
    const reason = objection(name, search.getAll(name), known);
    return reason ? [{ name: `query.${name}`, reason }] : [];
  });
  if (wrong.length > 0) throw invalidInput(wrong);
  if (!schema) return undefined;

  const result = schema.safeParse(Object.fromEntries(search));
  if (!result.success) throw invalidInput(toInvalidParams(result.error.issues, "query"));
  return result.data;
}

function objection(name: string, values: string[], known: readonly string[]): string | null {
  if (!known.includes(name)) {
    return known.length > 0
      ? `is not a parameter here; there are ${known.join(", ")}`
      : "is not a parameter here; there are none";
  }
  if (values.length > 1) return `was given ${values.length} times; give it once`;
  return values[0] === "" ? "is empty; give it a value or leave it out" : null;
}
