import { requireAirports } from "@/lib/db/airports/require-airports";
import { AppError } from "@/lib/errors";
import type { FlightScope, FlightStream } from "@/lib/model/stream";

/**
 * Makes sure that a stream can be asked by these places, which came in the parameter `name`. Throws `validation_failed` for an
 * unknown airport, and for a place that this stream is not asked by.
 */
export async function checkPlaces(
  { stream, of }: { stream: FlightStream; of: FlightScope["of"] },
  name: string,
): Promise<void> {
  if (of === "tracked") return;
  const wrong = of.filter((place) => !isAskedBy(stream, place));
  if (wrong.length > 0) {
    const reason = `holds ${wrong.join(", ")}, but ${stream} is asked ${ASKED_BY[stream]}`;
    throw new AppError("validation_failed", `${name} ${reason}. Nothing was changed.`, {
      invalidParams: [{ name, reason }],
    });
  }
  const codes = new Set(of.flatMap((place) => place.split("-")));
  await requireAirports([...codes].map((code) => ({ name, code })));
}

const ASKED_BY = {
  schedules: "by route",
  "flight-status": "by airport or route",
  "flight-information": "by airport",
} as const;

const isAskedBy = (stream: FlightStream, place: string): boolean => {
  const isRoute = place.includes("-");
  return stream === "flight-status" || isRoute === (stream === "schedules");
};
