import type { FlightStream } from "@/lib/model/stream";

export const STAGES = [
  "planned",
  "estimated",
  "departed",
  "landed",
  "cancelled",
  "diverted",
] as const;
type Stage = (typeof STAGES)[number];

/** How an LX flight from Frankfurt to Zurich, 55 minutes, stands when an answer tells of it. */
export type Telling = {
  number: string;
  /** Local, `2030-05-01T07:10`. */
  departs: string;
  stage: Stage;
  lateMinutes: number;
  gate: string;
  aircraft: string;
  partners: readonly string[];
};

/** Both airports are two hours east of UTC in May. */
const OFFSET_MINUTES = 120;
const BLOCK_MINUTES = 55;

/** A telling as the elements that Lufthansa's answers list: a journey for each number it is sold under, or one flight. */
export function flightAsSent(
  telling: Telling,
  stream: FlightStream,
  isNumbered: boolean,
): unknown[] {
  if (stream === "flight-status") return [statusFlight(telling)];
  if (stream === "flight-information") return [informationFlight(telling)];
  const sold = telling.partners.map((partner) => journey(telling, partner));
  return isNumbered || sold.length === 0 ? [journey(telling, null), ...sold] : sold;
}

const later = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);

const carrier = (text: string) => ({ AirlineID: text.slice(0, 2), FlightNumber: text.slice(2) });

/** An operating carrier has no number in schedules, and is named only where it is not the one that sells. */
function journey({ number, departs, gate, aircraft }: Telling, partner: string | null) {
  return {
    TotalJourney: { Duration: `PT${BLOCK_MINUTES}M` },
    Flight: {
      Departure: {
        AirportCode: "FRA",
        ScheduledTimeLocal: { DateTime: departs },
        Terminal: { Name: gate.slice(1) },
      },
      Arrival: {
        AirportCode: "ZRH",
        ScheduledTimeLocal: { DateTime: later(departs, BLOCK_MINUTES) },
      },
      MarketingCarrier: carrier(partner ?? `LX${number}`),
      ...(partner ? { OperatingCarrier: { AirlineID: "LX" } } : {}),
      Equipment: { AircraftCode: aircraft },
      Details: {
        Stops: { StopQuantity: 0 },
        DaysOfOperation: "1234567",
        DatePeriod: { Effective: "2030-04-01", Expiration: "2030-10-25" },
      },
    },
  };
}

const STATUS_CODES: Record<Stage, string> = {
  planned: "NA",
  estimated: "NA",
  departed: "DP",
  landed: "LD",
  cancelled: "CD",
  diverted: "DV",
};

const bothTimes = (kind: string, local: string) => ({
  [`${kind}TimeLocal`]: { DateTime: local },
  [`${kind}TimeUTC`]: { DateTime: `${later(local, -OFFSET_MINUTES)}Z` },
});

function statusFlight(telling: Telling) {
  const { number, departs, stage, lateMinutes, gate, aircraft } = telling;
  const arrives = later(departs, BLOCK_MINUTES);
  const hasDeparted = ["departed", "landed", "diverted"].includes(stage);
  const out = later(departs, lateMinutes);
  const back = later(arrives, lateMinutes);
  return {
    Departure: {
      AirportCode: "FRA",
      ...bothTimes("Scheduled", departs),
      ...(stage === "estimated" ? bothTimes("Estimated", out) : {}),
      ...(hasDeparted ? bothTimes("Actual", out) : {}),
      TimeStatus: { Code: lateMinutes > 15 ? "DL" : "OT", Definition: "x" },
      Terminal: { Name: "1", Gate: gate },
    },
    Arrival: {
      AirportCode: "ZRH",
      ...bothTimes("Scheduled", arrives),
      ...(stage === "landed" ? bothTimes("Actual", back) : {}),
      ...(stage === "departed" ? bothTimes("Estimated", back) : {}),
      TimeStatus: { Code: lateMinutes > 15 ? "DL" : "OT", Definition: "x" },
    },
    MarketingCarrier: { AirlineID: "LX", FlightNumber: number },
    OperatingCarrier: { AirlineID: "LX", FlightNumber: number },
    Equipment: { AircraftCode: aircraft, AircraftRegistration: `HB${gate}` },
    FlightStatus: { Code: STATUS_CODES[stage], Definition: "x" },
    ServiceType: "Passenger",
  };
}

/** Codes of departure, arrival and the whole (API.md section 7). */
const INFORMATION_CODES: Record<Stage, readonly [string, string, string]> = {
  planned: ["OT", "OT", "OT"],
  estimated: ["DL", "DL", "DL"],
  departed: ["DP", "OT", "OT"],
  landed: ["DP", "LD", "LD"],
  cancelled: ["NO", "NO", "CD"],
  diverted: ["DP", "LD", "DV"],
};

const dateAndTime = (local: string) => ({ Date: local.slice(0, 10), Time: local.slice(11) });

/** What it calls `Actual` is a forecast but for DP and LD. */
function informationFlight(telling: Telling) {
  const { number, departs, stage, lateMinutes, gate, aircraft, partners } = telling;
  const [out, back, whole] = INFORMATION_CODES[stage];
  const side = (airport: string, scheduled: string, code: string) => ({
    AirportCode: airport,
    Scheduled: dateAndTime(scheduled),
    ...(code === "NO" || code === "DL"
      ? {}
      : { Actual: dateAndTime(later(scheduled, lateMinutes)) }),
    ...(code === "DL" ? { Estimated: dateAndTime(later(scheduled, lateMinutes)) } : {}),
    Terminal: { Name: "1", Gate: gate },
    Status: { Code: code, Description: "x" },
  });
  const sold = partners.map(carrier);
  return {
    Departure: side("FRA", departs, out),
    Arrival: side("ZRH", later(departs, BLOCK_MINUTES), back),
    ...(sold.length > 0
      ? { MarketingCarrierList: { MarketingCarrier: sold.length === 1 ? sold[0] : sold } }
      : {}),
    OperatingCarrier: { AirlineID: "LX", FlightNumber: number.padStart(4, "0") },
    Equipment: { AircraftCode: aircraft },
    Status: { Code: whole, Description: "x" },
  };
}
