import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes files (JSON, or text as it is) below a new folder, and returns the folder. */
export function archiveOf(files: Readonly<Record<string, unknown>>): string {
  const dir = mkdtempSync(join(tmpdir(), "dst-archive-"));
  for (const [name, content] of Object.entries(files)) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  return dir;
}

type Sent = { number?: string; actual?: string; gate?: string };

/** One flight of customer flight information from Frankfurt to London on a day, landed; 07:00 was its time. */
export const informationFlight = (
  day: string,
  { number = "0900", actual = "07:20", gate = "A1" }: Sent = {},
) => ({
  Departure: {
    AirportCode: "FRA",
    Scheduled: { Date: day, Time: "07:00" },
    Actual: { Date: day, Time: actual },
    Terminal: { Name: "1", Gate: gate },
    Status: { Code: "DP", Description: "Flight Departed" },
  },
  Arrival: {
    AirportCode: "LHR",
    Scheduled: { Date: day, Time: "07:40" },
    Actual: { Date: day, Time: "07:50" },
    Terminal: { Name: "2" },
    Status: { Code: "LD", Description: "Flight Landed" },
  },
  MarketingCarrierList: { MarketingCarrier: { AirlineID: "UA", FlightNumber: "9000" } },
  OperatingCarrier: { AirlineID: "LH", FlightNumber: number },
  Equipment: { AircraftCode: "32N" },
  Status: { Code: "LD", Description: "Flight Landed" },
});

/** An answer of customer flight information. `asked` is the path behind its name, as its self link tells it. */
export const informationAnswer = (flights: unknown, asked?: string, totalCount?: number) => ({
  FlightInformation: {
    Flights: { Flight: flights },
    Meta: {
      "@Version": "1.0.0",
      Link: asked
        ? [
            {
              "@Href": `https://api.lufthansa.com/v1/operations/customerflightinformation/${asked}`,
              "@Rel": "self",
            },
          ]
        : [],
      TotalCount: totalCount ?? (Array.isArray(flights) ? flights.length : 1),
    },
  },
});
