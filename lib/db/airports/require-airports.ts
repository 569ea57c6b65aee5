import { AppError, type InvalidParam } from "@/lib/errors";
import { findAirport } from "./find-airport";
import { openDataAirport } from "./open-data-airport";

/**
 * Makes sure that each code, with the name of the parameter it came in (`path.departure`), is a place that Lufthansa or open
 * data knows. Throws an AppError that names those which are not: `not_found` where they are part of the path, else
 * `validation_failed`.
 */
export async function requireAirports(
  codes: readonly { name: string; code: string }[],
): Promise<void> {
  const wrong: InvalidParam[] = [];
  for (const { name, code } of codes) {
    if (openDataAirport(code) ?? (await findAirport(code))) continue;
    wrong.push({ name, reason: `names no airport: ${code} is not known` });
  }
  const [first] = wrong;
  if (!first) return;
  throw new AppError(
    first.name.startsWith("path.") ? "not_found" : "validation_failed",
    `${wrong.map(({ name, reason }) => `${name} ${reason}`).join("; ")}. Nothing was changed.`,
    { invalidParams: wrong },
  );
}
