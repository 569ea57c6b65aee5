import type { FlightStream } from "@/lib/model/stream";
import type { FindPlace } from "@/lib/normalize/flights/normalize-flight";
import {
  type FlightAnswerReading,
  readFlightAnswer,
} from "@/lib/normalize/flights/read-flight-answer";

const PLACES: Record<string, ReturnType<FindPlace>> = {
  FRA: { timeZone: "Europe/Berlin", locationType: "airport" },
  BER: { timeZone: "Europe/Berlin", locationType: "airport" },
  LHR: { timeZone: "Europe/London", locationType: "airport" },
  HND: { timeZone: "Asia/Tokyo", locationType: "airport" },
  EWR: { timeZone: "America/New_York", locationType: "airport" },
  AKL: { timeZone: "Pacific/Auckland", locationType: "airport" },
  HNL: { timeZone: "Pacific/Honolulu", locationType: "airport" },
  KTM: { timeZone: "Asia/Kathmandu", locationType: "airport" },
  LDH: { timeZone: "Australia/Lord_Howe", locationType: "airport" },
  QKL: { timeZone: "Europe/Berlin", locationType: "rail_station" },
  ZBS: { timeZone: "Europe/Berlin", locationType: "bus_station" },
  ZHB: { timeZone: "Europe/Berlin", locationType: "harbour" },
  XXX: { timeZone: null, locationType: null },
};

/** A few airports; XXX has no zone, and any other code is unknown. */
export const findPlace: FindPlace = (code) => PLACES[code] ?? null;

export const OBSERVED_AT = new Date("2030-05-02T08:00:00.123Z");

/** Reads one answer as the engine does. */
export const readAnswer = (stream: FlightStream, json: unknown): FlightAnswerReading =>
  readFlightAnswer({
    stream,
    json,
    observedAt: OBSERVED_AT,
    payloadId: "payload-1",
    payloadHash: "ab".repeat(32),
    window: "FRA-LHR 2030-05-01",
    findPlace,
  });

const meta = (totalCount?: unknown) => ({
  "@Version": "1.0.0",
  Link: [{ "@Href": "https://example.org", "@Rel": "self" }],
  ...(totalCount === undefined ? {} : { TotalCount: totalCount }),
});

export const scheduleAnswer = (journeys: unknown) => ({
  ScheduleResource: { Schedule: journeys, Meta: meta() },
});

export const statusAnswer = (flights: unknown, totalCount: unknown = 1) => ({
  FlightStatusResource: { Flights: { Flight: flights }, Meta: meta(totalCount) },
});

export const informationAnswer = (flights: unknown, totalCount: unknown = 1) => ({
  FlightInformation: { Flights: { Flight: flights }, Meta: meta(totalCount) },
});

/** A leg of a schedule, FRA-LHR in the morning. */
export const leg = (given: Record<string, unknown> = {}) => ({
  Departure: {
    AirportCode: "FRA",
    ScheduledTimeLocal: { DateTime: "2030-05-01T07:10" },
    Terminal: { Name: "1" },
  },
  Arrival: { AirportCode: "LHR", ScheduledTimeLocal: { DateTime: "2030-05-01T07:50" } },
  MarketingCarrier: { AirlineID: "LH", FlightNumber: "900" },
  Equipment: { AircraftCode: "32N" },
  Details: {
    Stops: { StopQuantity: 0 },
    DaysOfOperation: "1234567",
    DatePeriod: { Effective: "2030-04-01", Expiration: "2030-10-25" },
  },
  ...given,
});

export const journey = (flight: unknown, duration: unknown = "PT1H40M") => ({
  TotalJourney: { Duration: duration },
  Flight: flight,
});

/** A flight of flight status, landed late. */
export const statusFlight = (given: Record<string, unknown> = {}) => ({
  Departure: {
    AirportCode: "FRA",
    ScheduledTimeLocal: { DateTime: "2030-05-01T07:10" },
    ScheduledTimeUTC: { DateTime: "2030-05-01T05:10Z" },
    ActualTimeLocal: { DateTime: "2030-05-01T07:30" },
    ActualTimeUTC: { DateTime: "2030-05-01T05:30Z" },
    TimeStatus: { Code: "DL", Definition: "Flight Delayed" },
    Terminal: { Name: "1", Gate: "A20" },
  },
  Arrival: {
    AirportCode: "LHR",
    ScheduledTimeLocal: { DateTime: "2030-05-01T07:50" },
    ScheduledTimeUTC: { DateTime: "2030-05-01T06:50Z" },
    ActualTimeLocal: { DateTime: "2030-05-01T08:05" },
    ActualTimeUTC: { DateTime: "2030-05-01T07:05Z" },
    TimeStatus: { Code: "OT", Definition: "Flight On Time" },
  },
  MarketingCarrier: { AirlineID: "LH", FlightNumber: "900" },
  OperatingCarrier: { AirlineID: "LH", FlightNumber: "900" },
  Equipment: { AircraftCode: "32N", AircraftRegistration: "DAINA" },
  FlightStatus: { Code: "LD", Definition: "Flight Landed" },
  ServiceType: "Passenger",
  ...given,
});

type SideOfInformation = {
  airport: string;
  scheduled: string;
  actual?: string;
  estimated?: string;
  code: string;
  terminal?: object;
};

const dateAndTime = (text: string) => ({ Date: text.slice(0, 10), Time: text.slice(11) });

/** One side of flight information, times as `2030-05-01T07:10`. */
export const informationSide = (given: SideOfInformation) => ({
  AirportCode: given.airport,
  Scheduled: dateAndTime(given.scheduled),
  ...(given.actual ? { Actual: dateAndTime(given.actual) } : {}),
  ...(given.estimated ? { Estimated: dateAndTime(given.estimated) } : {}),
  ...(given.terminal ? { Terminal: given.terminal } : {}),
  Status: { Code: given.code, Description: "x" },
});

/** A flight of flight information: departed and landed unless other codes are given. */
export const informationFlight = (
  codes: { departure?: string; arrival?: string; overall?: string } = {},
  given: Record<string, unknown> = {},
) => ({
  Departure: informationSide({
    airport: "FRA",
    scheduled: "2030-05-01T07:10",
    actual: "2030-05-01T07:30",
    code: codes.departure ?? "DP",
  }),
  Arrival: informationSide({
    airport: "LHR",
    scheduled: "2030-05-01T07:50",
    actual: "2030-05-01T08:05",
    code: codes.arrival ?? "LD",
  }),
  OperatingCarrier: { AirlineID: "LH", FlightNumber: "900" },
  Equipment: { AircraftCode: "32N" },
  Status: { Code: codes.overall ?? "LD", Description: "x" },
  ...given,
});
