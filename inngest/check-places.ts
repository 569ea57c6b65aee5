import { requireAirports } from "@/lib/db/airports/require-airports";
import { invalidInput } from "@/lib/http/invalid-input";
import type { FlightScope, FlightStream } from "@/lib/model/stream";

/**
 * Makes sure that a stream can be asked by these places, which came in the parameter `name`. Throws `validation_failed` for an
 * unknown airport, and for an airport where only routes are asked for.
 */
export async function checkPlaces(
  { stream, of }: { stream: FlightStream; of: FlightScope["of"] },
  name: string,
): Promise<void> {
  if (of === "tracked") return;
  const airports = of.filter((place) => !place.includes("-"));
  if (stream === "schedules" && airports.length > 0) {
    const reason = `holds ${airports.join(", ")}, but schedules is asked by route`;
    throw invalidInput([{ name, reason }]);
  }
  const codes = new Set(of.flatMap((place) => place.split("-")));
  await requireAirports([...codes].map((code) => ({ name, code })));
}
