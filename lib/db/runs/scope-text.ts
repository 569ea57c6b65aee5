import { z } from "zod";
import { AppError } from "@/lib/errors";
import { WINDOW_MODES } from "@/lib/model/coverage";
import { type FlightScope, LIST_SCOPE, type Scope } from "@/lib/model/stream";

const WIDTH = 500;

const FLIGHTS = /^flights (\S+) (?:(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d) )?(\w+)$/;

/**
 * A scope as it is stored and shown: `list`; codes in order, separated by commas; or
 * `flights tracked 2030-05-01..2030-05-08 missing`. Throws `validation_failed` when too long.
 */
export function formatScope(scope: Scope): string {
  if (scope.kind === "list") return "list";
  if (scope.kind === "flights") return formatFlights(scope);
  return checkLength([...new Set(scope.codes)].sort().join(","), scope.codes);
}

function formatFlights({ of, from, to, mode }: FlightScope): string {
  const names = of === "tracked" ? of : [...new Set(of)].sort().join(",");
  const span = from && to ? `${from}..${to} ` : "";
  return checkLength(`flights ${names} ${span}${mode}`, of === "tracked" ? [] : of);
}

function checkLength(text: string, codes: readonly string[]): string {
  if (text.length > 0 && text.length <= WIDTH) return text;
  throw new AppError(
    "validation_failed",
    `A run asks for between one code and ${WIDTH} characters of codes; ${codes.length} codes do not fit. Ask for fewer, or for the list.`,
  );
}

/** The scope that `formatScope` wrote. */
export function parseScope(text: string): Scope {
  if (text === "list") return LIST_SCOPE;
  const [, names, from, to, mode] = FLIGHTS.exec(text) ?? [];
  if (!names) return { kind: "codes", codes: text.split(",") };
  return {
    kind: "flights",
    of: names === "tracked" ? names : names.split(","),
    from: from ?? null,
    to: to ?? null,
    mode: z.enum(WINDOW_MODES).parse(mode),
  };
}
