import { findTracked } from "@/lib/db/tracked/find-tracked";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { settlingScope, USUAL_DAYS } from "./flight-scopes";

/** What is asked every morning: schedules of the days to come, and each kind of board that is on anywhere, to settle it. */
export async function dailyFlightRuns(
  now: Date,
): Promise<{ stream: FlightStream; scope: FlightScope }[]> {
  const { routes, airports } = await findTracked();
  const settle = settlingScope(now);
  return [
    { stream: "schedules" as const, scope: USUAL_DAYS, wanted: routes.length > 0 },
    {
      stream: "flight-status" as const,
      scope: settle,
      wanted: airports.some(({ flight_status }) => flight_status),
    },
    {
      stream: "flight-information" as const,
      scope: settle,
      wanted: airports.some(({ flight_information }) => flight_information),
    },
  ].flatMap(({ wanted, ...run }) => (wanted ? [run] : []));
}
