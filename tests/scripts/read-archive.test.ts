import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Archive, readArchive } from "@/scripts/import/read-archive";
import { archiveOf, informationAnswer, informationFlight } from "../fakes/archive";

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

function read(files: Readonly<Record<string, unknown>>, below = ""): Promise<Archive> {
  const dir = archiveOf(files);
  dirs.push(dir);
  return readArchive(join(dir, below));
}

const answer = informationAnswer(informationFlight("2030-07-01"));
const board = (asked: string) => informationAnswer(informationFlight("2030-07-01"), asked);

test("the name of a board tells its window, and the window's end by the airport's zone is when it was observed", async () => {
  const { flights, ignored } = await read({
    "customerflightinformation/2030-07-01.json": {
      FRA_departure_0600: answer,
      JFK_arrival_2200: answer,
    },
  });
  expect(ignored).toEqual([]);
  expect(flights).toMatchObject([
    {
      stream: "flight-information",
      window: { scope: "FRA/departures", key: "2030-07-01T06:00", day: "2030-07-01" },
      observedAt: new Date("2030-07-01T08:00:00Z"),
      path: "/operations/customerflightinformation/departures/FRA/2030-07-01T06:00",
      page: 0,
    },
    {
      window: { scope: "JFK/arrivals", key: "2030-07-01T22:00", day: "2030-07-01" },
      observedAt: new Date("2030-07-02T06:00:00Z"),
    },
  ]);
});

test("an answer's own link tells its route, page and query", async () => {
  const { flights } = await read({
    "customerflightinformation_route/any name.json": [
      board("route/fra/LHR/2030-07-01?limit=50&offset=50"),
    ],
  });
  expect(flights).toMatchObject([
    {
      window: { scope: "FRA-LHR", key: "2030-07-01" },
      observedAt: new Date("2030-07-01T22:00:00Z"),
      page: 50,
      query: { limit: "50", offset: "50" },
    },
  ]);
});

test("one folder of the table may be given instead of all of them", async () => {
  const files = { "customerflightinformation/2030-07-01.json": { FRA_departure_0600: answer } };
  const whole = await read(files);
  const single = await read(files, "customerflightinformation");
  expect(single.flights.map(({ payloadId }) => payloadId)).toEqual(
    whole.flights.map(({ payloadId }) => payloadId),
  );
  await expect(readArchive("/nowhere/at/all")).rejects.toThrow("There is no folder");
});

test("an answer is known by stream, window, page, time and body, wherever it lies and however it is spaced", async () => {
  const route = board("route/FRA/LHR/2030-07-01");
  const twice = await read({
    "customerflightinformation_route/one.json": [route],
    "customerflightinformation_route/two.json": [route, board("route/FRA/LHR/2030-07-02")],
  });
  expect(twice.flights).toHaveLength(2);
  const other = await read({
    "flightstatus/nothing.txt": "",
    "customerflightinformation_route/x.json": [route],
  });
  expect(other.flights[0]?.payloadId).toBe(twice.flights[0]?.payloadId);
  const changed = informationAnswer(
    informationFlight("2030-07-01", { gate: "B2" }),
    "route/FRA/LHR/2030-07-01",
  );
  const third = await read({ "customerflightinformation_route/one.json": [changed] });
  expect(third.flights[0]?.payloadId).not.toBe(twice.flights[0]?.payloadId);
});

test("what is not sure is left out with its reason, and costs nothing else", async () => {
  const error = { ProcessingErrors: { ProcessingError: { Code: "2021" } } };
  const { flights, ignored } = await read({
    "README.md": "hello",
    "errors/x.json": {},
    "customerflightinformation/older/2030-07-01.json": {},
    "customerflightinformation/notes.txt": "",
    "customerflightinformation/broken.json": "{",
    "customerflightinformation/Monday.json": { FRA_departure_0600: answer },
    "customerflightinformation/2030-02-30.json": { FRA_departure_0600: answer },
    "customerflightinformation/2030-07-02.json": [answer],
    "customerflightinformation/2030-07-01.json": {
      FRA_departure_0600: answer,
      FRA_departure_2500: answer,
      FRA_departure_1000: error,
      FRA_departure_1400: board("departures/MUC/2030-07-01T14:00"),
    },
    "flightstatus/LH400.json": {
      FlightStatusResource: {
        Flights: {},
        Meta: {
          Link: {
            "@Rel": "self",
            "@Href": "https://api.lufthansa.com/v1/operations/flightstatus/LH400/2030-07-01",
          },
        },
      },
    },
    "schedules/silent.json": { ScheduleResource: { Schedule: [] } },
  });
  expect(flights).toHaveLength(1);
  expect(Object.fromEntries(ignored.map(({ file, reason }) => [file, reason]))).toEqual({
    "README.md": "it lies in no folder of the table",
    "errors/": "the table knows no folder of this name",
    "customerflightinformation/older/": "it lies within a folder of answers",
    "customerflightinformation/notes.txt": "it is no .json file",
    "customerflightinformation/broken.json": "it cannot be read as JSON",
    "customerflightinformation/Monday.json": "its name is no day: 2024-07-06.json",
    "customerflightinformation/2030-02-30.json": "its name is no day: 2024-07-06.json",
    "customerflightinformation/2030-07-02.json": "it holds no answers under names",
    "customerflightinformation/2030-07-01.json#FRA_departure_2500":
      "its name is no airport, side and time",
    "customerflightinformation/2030-07-01.json#FRA_departure_1000":
      "it is no answer of flight-information",
    "customerflightinformation/2030-07-01.json#FRA_departure_1400":
      "its name says another window than its link, /operations/customerflightinformation/departures/MUC/2030-07-01T14:00",
    "flightstatus/LH400.json":
      "it asks /operations/flightstatus/LH400/2030-07-01, which is no window",
    "schedules/silent.json": "it does not say what was asked",
  });
});

test("the name of a page tells its positions and time", async () => {
  const page = { CountryResource: { Countries: { Country: [{ CountryCode: "DE" }] } } };
  const { pages, ignored } = await read({
    "countries_en/Countries_200_00101_to_00200_T0_p2_3_20240627_131500.json": page,
    "countries_en/Countries_200_00201_to_00201_T0_p3_3_20240627_131500.json": {
      CountryResource: {},
    },
    "countries_en/Countries.json": page,
  });
  expect(pages).toMatchObject([
    {
      stream: "countries",
      window: { scope: "list", key: "101-200", from: 101, to: 200 },
      observedAt: new Date("2024-06-27T13:15:00Z"),
    },
  ]);
  expect(ignored.map(({ reason }) => reason)).toEqual([
    "its name tells no positions and time of an answer",
    "it is no answer of countries",
  ]);
});
