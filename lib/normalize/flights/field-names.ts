import type { TimeField } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";

/**
 * How a stream calls what we read, as paths below one flight: for rejects and findings, which people compare with the
 * answer.
 */
type FieldNames = {
  /** Where flights are below the root key. */
  item: string;
  marketing: string;
  /** The status of the whole flight, and that of one side. */
  status: string;
  sideStatus: string;
  time(kind: string, clock: "local" | "utc"): string;
};

const CLOCKS = { local: "Local", utc: "UTC" } as const;
const dateTime: FieldNames["time"] = (kind, clock) => `${kind}Time${CLOCKS[clock]}.DateTime`;

const LIKE_STATUS: FieldNames = {
  item: "Flights.Flight[]",
  marketing: "MarketingCarrier",
  status: "FlightStatus.Code",
  sideStatus: "TimeStatus.Code",
  time: dateTime,
};

export const FIELD_NAMES: Readonly<Record<FlightStream, FieldNames>> = {
  schedules: { ...LIKE_STATUS, item: "Schedule[].Flight[]" },
  "flight-status": LIKE_STATUS,
  "flight-information": {
    item: "Flights.Flight[]",
    marketing: "MarketingCarrierList.MarketingCarrier[]",
    status: "Status.Code",
    sideStatus: "Status.Code",
    time: (kind) => kind,
  },
};

const TIME_PLACES: Readonly<Record<TimeField, readonly [side: string, kind: string]>> = {
  scheduledDeparture: ["Departure", "Scheduled"],
  estimatedDeparture: ["Departure", "Estimated"],
  actualDeparture: ["Departure", "Actual"],
  scheduledArrival: ["Arrival", "Scheduled"],
  estimatedArrival: ["Arrival", "Estimated"],
  actualArrival: ["Arrival", "Actual"],
};

/** `Departure.ScheduledTimeLocal.DateTime`, or `Departure.Scheduled` in flight information. */
export function timeFieldName(
  stream: FlightStream,
  field: TimeField,
  clock: "local" | "utc",
): string {
  const [side, kind] = TIME_PLACES[field];
  return `${side}.${FIELD_NAMES[stream].time(kind, clock)}`;
}

/** `OperatingCarrier.FlightNumber` */
export const carrierFieldName = (
  stream: FlightStream,
  of: "operating" | "marketing",
  what: "carrier" | "number",
): string =>
  `${of === "operating" ? "OperatingCarrier" : FIELD_NAMES[stream].marketing}.${
    what === "carrier" ? "AirlineID" : "FlightNumber"
  }`;
