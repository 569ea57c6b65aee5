import { describe, expect, test } from "vitest";
import { flightList } from "@/lib/lufthansa/flight-responses";
import { type ObservedFlight, TIME_FIELDS } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import { journeyMinutes } from "@/lib/normalize/flights/journey-minutes";
import { readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import { recordedDir } from "../../../recorded";
import { recordedFiles, recordedPlaces } from "../../../recorded-flights";

const dir = recordedDir ?? "";
const findPlace = recordedDir ? recordedPlaces(dir) : () => null;

const FOLDERS: Record<FlightStream, string> = {
  schedules: "schedules",
  "flight-status": "flightstatus",
  "flight-information": "customerflightinformation_route",
};

const read = (stream: FlightStream, json: unknown) =>
  readFlightAnswer({
    stream,
    json,
    observedAt: new Date("2024-10-05T00:00:00Z"),
    payloadId: "payload-1",
    payloadHash: "hash",
    window: "FRA-JFK 2024-10-04",
    findPlace,
  });

/** For each file: how many flights were observed and rejected, and what was found to differ from the known shape. */
const summary = (stream: FlightStream) =>
  Object.fromEntries(
    recordedFiles(dir, FOLDERS[stream]).map(({ file, answers }) => {
      const readings = answers.map((json) => read(stream, json));
      const drift = readings.flatMap((reading) => reading.drift);
      return [
        file,
        {
          observed: readings.flatMap(({ observed }) => observed).length,
          rejected: readings.flatMap(({ rejects }) => rejects).length,
          drift: new Set(drift.map(({ kind, path }) => `${kind} ${path.replace(/.*\[\]\./, "")}`)),
        },
      ];
    }),
  );

const whole = (observed: number, drift: readonly string[] = []) => ({
  observed,
  rejected: 0,
  drift: new Set(drift.map((path) => `changed_type ${path}`)),
});

/** What 2017 and 2018 sent as numbers and every year since 2022 as texts. */
const TERMINALS = ["Departure.Terminal.Name", "Arrival.Terminal.Name"];
const AIRCRAFT = "Equipment.AircraftCode";
const NUMBERS = ["MarketingCarrier.FlightNumber", "OperatingCarrier.FlightNumber"];

describe.skipIf(!recordedDir)(
  "recorded: samples of 2017 to 2024 normalize without a reject",
  () => {
    test("schedules", () => {
      const drift = [AIRCRAFT, "Details.DaysOfOperation", "MarketingCarrier.FlightNumber"];
      expect(summary("schedules")).toEqual({
        "MNL_BCN_2018-10-31.json": whole(27, [...drift, ...TERMINALS]),
        "ZRH_FRA_2018-08-01.json": whole(30, [...drift, "Arrival.Terminal.Name"]),
        "leg_only_ZRH_HAM_2023-04-14.json": whole(1),
      });
    });

    test("flight status", () => {
      expect(summary("flight-status")).toEqual({
        "LH400_2017-09-07.json": whole(1, [AIRCRAFT, ...NUMBERS, ...TERMINALS]),
        "departures_FRA_2018-04-15T09.json": whole(20, [AIRCRAFT, ...NUMBERS, ...TERMINALS]),
        "route_FRA_JFK_2022-07-13.json": whole(3),
        "reconstructed_departures_FRA_2024-09-24_a.json": whole(373),
      });
    });

    test("flight information by route", () => {
      expect(summary("flight-information")).toEqual({
        "json_2022-11-25.json": whole(58),
        "json_2022-11-26.json": whole(50),
        "data_2022-11-26.json": whole(27),
        "json_2022-11-27.json": whole(55),
        "data_2022-11-27.json": whole(29),
        "2023-07-18_a.json": whole(252),
        "FRA_JFK_2024-10-04.json": whole(2),
      });
    });
  },
);

/**
 * Where the list of airports is silent: Chișinău has been RMO since 2024 and is in no list. Calgary and Cancún, for which the
 * list gives zones of elsewhere (Whitehorse, Hermosillo), are right.
 */
const NO_ZONE = [
  "LH1558 FRA-RMO scheduledArrival no_zone null, sent 2024-09-24T10:15Z",
  "LH1558 FRA-RMO actualArrival no_zone null, sent 2024-09-24T10:42Z",
];

/** An answer of flight status as it would be if it sent no UTC. */
const withoutUtc = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json), (key, value) => (key.endsWith("TimeUTC") ? undefined : value));

describe.skipIf(!recordedDir)("recorded: UTC that is derived is UTC that is sent", () => {
  test("for every time of flight status but at one airport", () => {
    const compared = recordedFiles(dir, FOLDERS["flight-status"]).flatMap(({ answers }) =>
      answers.flatMap(sentAndDerived),
    );
    expect(compared).toHaveLength(1542);
    expect(compared.filter(({ differs }) => differs).map(({ told }) => told)).toEqual(NO_ZONE);
  });

  test("a journey takes as long as its TotalJourney says", () => {
    const taken: string[] = [];
    for (const { file, answers } of recordedFiles(dir, FOLDERS.schedules)) {
      // The envelope of the single leg, and its duration, are ours.
      if (file.startsWith("leg_only")) continue;
      for (const json of answers) taken.push(...journeysThatDiffer(json));
    }
    expect(taken).toEqual([]);
  });
});

/** Every time of an answer with the UTC that it sends, and that derived without it. */
function sentAndDerived(json: unknown): { told: string; differs: boolean }[] {
  const derived = read("flight-status", withoutUtc(json)).observed;
  return read("flight-status", json).observed.flatMap((flight, index) =>
    TIME_FIELDS.flatMap((field) => {
      const [one, other] = [flight.said[field], derived[index]?.said[field]];
      if (!one) return [];
      const isSame = other?.basis === "derived" && one.basis === "sent" && one.utc === other.utc;
      const told = `${label(flight)} ${field} ${other?.basis} ${other?.utc}, sent ${one.utc}`;
      return [{ told, differs: !isSame }];
    }),
  );
}

const label = ({ carrier, numberText, origin, destination }: ObservedFlight): string =>
  `${carrier}${numberText} ${origin}-${destination}`;

/** Journeys of an answer whose first departure and last arrival do not lie apart as they say. */
function journeysThatDiffer(json: unknown): string[] {
  const { observed } = read("schedules", json);
  const journeys = new Map<unknown, ObservedFlight[]>();
  const legs = flightList(json, "schedules")?.items ?? [];
  for (const [index, item] of legs.entries()) {
    const { journey } = item as { journey: unknown };
    const flight = observed[index];
    if (flight) journeys.set(journey, [...(journeys.get(journey) ?? []), flight]);
  }
  expect(journeys.size).toBeGreaterThan(5);
  return [...journeys].flatMap(([journey, flights]) => {
    const said = (journey as { TotalJourney: { Duration: string } }).TotalJourney.Duration;
    const start = flights[0]?.said.scheduledDeparture?.utc ?? "";
    const end = flights.at(-1)?.said.scheduledArrival?.utc ?? "";
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
    return minutes === journeyMinutes(said) ? [] : [`${said}: ${start} to ${end}`];
  });
}
