import { z } from "zod";
import { invalidInput } from "@/lib/http/invalid-input";
import { query } from "../query";
import { openDataAirline } from "./open-data-airline";

/** Makes sure that Lufthansa, open data or a person knows this airline; throws `validation_failed` that names the parameter. */
export async function requireAirline({
  name,
  code,
}: {
  name: string;
  code: string;
}): Promise<void> {
  if (openDataAirline(code)) return;
  const rows = await query(
    z.object({ airline_code: z.string() }),
    "SELECT airline_code FROM airlines WHERE airline_code = ?",
    [code],
  );
  if (rows.length > 0) return;
  throw invalidInput([{ name, reason: `names no airline: ${code} is not known` }]);
}
