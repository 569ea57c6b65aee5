import type { FlightStream } from "@/lib/model/stream";
import { INFORMATION_STATUS_CODES } from "./flights/read-information-flight";
import { FLIGHT_STATUS_CODES } from "./flights/read-status-flight";
import { type KnownObject, type KnownValue, META_SHAPE } from "./known-shapes";

const text: KnownValue = { types: ["text"] };
const number: KnownValue = { types: ["number"] };
const flag: KnownValue = { types: ["boolean"] };
const anyOf = (codes: readonly string[]): KnownValue => ({
  types: ["text"],
  codes: new Set(codes),
});
const object = (fields: KnownObject["fields"]): KnownObject => ({ fields });
const optional = <Shape extends KnownValue | KnownObject>(
  shape: Shape,
): Shape & { optional: true } => ({ ...shape, optional: true });
const optionalList = (shape: KnownValue | KnownObject) =>
  ({ listOf: shape, optional: true }) as const;

/**
 * Every code of API.md section 7, seen or documented. Texts that 2017 to 2019 sent as numbers (flight numbers, terminals,
 * aircraft) are only known as texts, as all recordings since 2022 have them: a number would be worth a look, and is read
 * all the same.
 */
const PUNCTUALITY = ["FE", "NI", "OT", "DL", "NO"];
const DEPARTURE_CODES = [...PUNCTUALITY, "DP", "NA", "CD", "DV", "RT"];
const ARRIVAL_CODES = [...PUNCTUALITY, "LD", "NA", "CD", "DV", "RT"];

const dateTime = object({ DateTime: text });
const terminal = optional(object({ Name: optional(text), Gate: optional(text) }));
const carrier = object({ AirlineID: text, FlightNumber: text });

const scheduleSide = object({
  AirportCode: text,
  ScheduledTimeLocal: dateTime,
  Terminal: terminal,
});

const compartment = object({
  ClassCode: text,
  ClassDesc: optional(text),
  FlyNet: optional(flag),
  SeatPower: optional(flag),
  Usb: optional(flag),
  LiveTv: optional(flag),
});

const leg = object({
  Departure: scheduleSide,
  Arrival: scheduleSide,
  MarketingCarrier: carrier,
  OperatingCarrier: optional(object({ AirlineID: text, FlightNumber: optional(text) })),
  Equipment: object({
    AircraftCode: text,
    OnBoardEquipment: optional(
      object({ InflightEntertainment: optional(flag), Compartment: optionalList(compartment) }),
    ),
  }),
  Details: object({
    Stops: object({ StopQuantity: number }),
    DaysOfOperation: text,
    DatePeriod: object({ Effective: text, Expiration: text }),
  }),
});

const statusSide = object({
  AirportCode: text,
  ScheduledTimeLocal: dateTime,
  ScheduledTimeUTC: dateTime,
  EstimatedTimeLocal: optional(dateTime),
  EstimatedTimeUTC: optional(dateTime),
  ActualTimeLocal: optional(dateTime),
  ActualTimeUTC: optional(dateTime),
  TimeStatus: object({ Code: anyOf(PUNCTUALITY), Definition: text }),
  Terminal: terminal,
});

const statusFlight = object({
  Departure: statusSide,
  Arrival: statusSide,
  MarketingCarrier: carrier,
  OperatingCarrier: carrier,
  Equipment: object({ AircraftCode: text, AircraftRegistration: optional(text) }),
  FlightStatus: object({ Code: anyOf(Object.keys(FLIGHT_STATUS_CODES)), Definition: text }),
  ServiceType: optional(anyOf(["Passenger", "Cargo"])),
});

const informationTime = object({ Date: text, Time: text });
const informationSide = (codes: readonly string[]) =>
  object({
    AirportCode: text,
    Scheduled: informationTime,
    Actual: optional(informationTime),
    Estimated: optional(informationTime),
    Terminal: terminal,
    Status: object({ Code: anyOf(codes), Description: text }),
  });

const informationFlight = object({
  Departure: informationSide(DEPARTURE_CODES),
  Arrival: informationSide(ARRIVAL_CODES),
  MarketingCarrierList: optional(object({ MarketingCarrier: optionalList(carrier) })),
  OperatingCarrier: carrier,
  Equipment: object({ AircraftCode: text }),
  Status: object({ Code: anyOf(Object.keys(INFORMATION_STATUS_CODES)), Description: text }),
});

const flights = (flight: KnownObject) =>
  object({ Flights: object({ Flight: optionalList(flight) }), Meta: META_SHAPE });

/**
 * Shape of each answer about flights below its root key, from API.md sections 5.2 to 5.4 and the recordings of 2017 to
 * 2024.
 */
export const KNOWN_FLIGHT_SHAPES: Readonly<Record<FlightStream, KnownObject>> = {
  schedules: object({
    Schedule: optionalList(
      object({ TotalJourney: object({ Duration: text }), Flight: optionalList(leg) }),
    ),
    Meta: META_SHAPE,
  }),
  "flight-status": flights(statusFlight),
  "flight-information": flights(informationFlight),
};
