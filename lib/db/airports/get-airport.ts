import type { Airport } from "@/lib/contract/airports";
import { AppError } from "@/lib/errors";
import { findAirport } from "./find-airport";

/** The airport with this code (upper case). Throws `not_found`. */
export async function getAirport(code: string): Promise<Airport> {
  const airport = await findAirport(code);
  if (airport) return airport;
  throw new AppError(
    "not_found",
    `There is no airport ${code} here. It may be missing in the source's list, or not be collected yet.`,
  );
}
