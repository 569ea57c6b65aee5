import { randomOf } from "./random-of";

/** An answer as it lies in the raw store, with what is known of it beside its body. */
export type BenchAnswer = { window: string; observedAt: Date; body: Buffer };

const AIRPORTS = (
  "FRA MUC ZRH VIE BRU LHR CDG AMS MAD BCN FCO MXP LIS OPO ATH IST CPH ARN OSL HEL WAW PRG BUD OTP SOF " +
  "HAM BER DUS STR HAJ NUE LEJ GVA BSL GRZ SZG NCE LYS TLS EDI MAN DUB JFK EWR ORD YYZ DXB SIN BKK GRU"
).split(" ");
/** Where most flights begin or end. */
export const HUBS = AIRPORTS.slice(0, 5);
const CARRIERS = ["LH", "LH", "LH", "LX", "OS", "EW", "SN", "CL"];
const PARTNERS = ["UA", "AC", "NH", "A3", "TP", "SK", "SQ", "TK", "ET"];
const TYPES = ["32N", "320", "321", "319", "E90", "388", "359", "74H"];

const FLIGHTS_A_DAY = 840;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The first day of the made flights. */
export const FIRST_DAY = Date.parse("2030-04-01T00:00:00Z");
/** Flights that are late show in the board after theirs as well (recorded: 13 %). */
const TWICE = 0.13;

type Flight = {
  origin: string;
  destination: string;
  carrier: string;
  number: number;
  partners: number;
  departs: number;
  minutes: number;
  delay: number;
  cancelled: boolean;
  seed: number;
};

/**
 * Boards of customer flight information as the source would answer them, enough for so many flights, `aDay` each day: the shapes,
 * sizes and shares of the recorded days (API.md 5.4 and 8.2). The same numbers give the same bytes.
 */
export function makeAnswers(flights: number, aDay = FLIGHTS_A_DAY): BenchAnswer[] {
  const random = randomOf(20_261_123);
  const boards = new Map<string, Flight[]>();
  for (let index = 0; index < flights; index += 1) {
    const flight = makeFlight(index, aDay, random);
    const boardsOfIt = random() < TWICE ? [0, 1] : [0];
    for (const later of boardsOfIt) {
      const board = `${flight.origin}/departures ${boardStart(flight.departs, later)}`;
      boards.set(board, [...(boards.get(board) ?? []), flight]);
    }
  }
  return [...boards]
    .sort(([one], [other]) => (one.slice(-16) < other.slice(-16) ? -1 : 1))
    .map(([window, own]) => ({
      window,
      observedAt: new Date(Date.parse(`${window.slice(-16)}Z`) + DAY_MS),
      body: Buffer.from(JSON.stringify(toBoard(window, own))),
    }));
}

function makeFlight(index: number, aDay: number, random: () => number): Flight {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item; // The lists are not empty.
  const hub = pick(HUBS);
  const other = pick(AIRPORTS.filter((code) => code !== hub));
  const [origin, destination] = random() < 0.5 ? [hub, other] : [other, hub];
  const day = FIRST_DAY + Math.floor(index / aDay) * DAY_MS;
  const share = random();
  return {
    origin,
    destination,
    carrier: pick(CARRIERS),
    // Its own on its day, so that it is a flight of its own.
    number: 10 + (index % aDay),
    partners: share < 0.33 ? 0 : share < 0.6 ? 1 : 2 + Math.floor(random() * 6),
    departs: day + (5 * 60 + Math.floor(random() * 17 * 12) * 5) * MINUTE_MS,
    minutes: 60 + Math.floor(random() * 100) * 5,
    delay: Math.round(-5 + 30 * random() ** 2 * 3),
    cancelled: random() < 0.03,
    seed: Math.floor(random() * 1e6),
  };
}

/** Boards begin every four hours from two o'clock on, as the recorded ones do. */
function boardStart(departs: number, later: number): string {
  const hours = 4 * 60 * MINUTE_MS;
  const offset = 2 * 60 * MINUTE_MS;
  const start = Math.floor((departs - offset) / hours + later) * hours + offset;
  return new Date(start).toISOString().slice(0, 16);
}

const at = (instant: number) => {
  const text = new Date(instant).toISOString();
  return { Date: text.slice(0, 10), Time: text.slice(11, 16) };
};

function toBoard(window: string, flights: readonly Flight[]) {
  const rows = flights.map(toRow);
  const self = `https://api.lufthansa.com/v1/operations/customerflightinformation/${window.replace(" ", "/")}`;
  return {
    FlightInformation: {
      // A list of one is an object.
      Flights: { Flight: rows.length === 1 ? rows[0] : rows },
      Meta: {
        "@Version": "1.0.0",
        Link: [
          { "@Href": `${self}?limit=100`, "@Rel": "self" },
          { "@Href": `${self}?limit=50&offset=0`, "@Rel": "previousRange" },
          { "@Href": `${self}?limit=50&offset=0`, "@Rel": "nextRange" },
        ],
        TotalCount: rows.length,
      },
    },
  };
}

function toRow(flight: Flight) {
  const { departs, minutes, delay, cancelled, partners, seed } = flight;
  const arrives = departs + minutes * MINUTE_MS;
  const side = (airport: string, scheduled: number, code: string, text: string) => ({
    AirportCode: airport,
    Scheduled: at(scheduled),
    ...(cancelled ? {} : { Actual: at(scheduled + delay * MINUTE_MS) }),
    ...(seed % 9 === 0
      ? {}
      : { Terminal: { Name: String(1 + (seed % 3)), Gate: `B${seed % 60}` } }),
    Status: cancelled
      ? { Code: "NO", Description: "No Status" }
      : { Code: code, Description: text },
  });
  const sold = PARTNERS.slice(0, partners).map((AirlineID, index) => ({
    AirlineID,
    FlightNumber: String(1000 + ((seed + index * 131) % 9000)),
  }));
  return {
    Departure: side(flight.origin, departs, "DP", "Flight Departed"),
    Arrival: side(flight.destination, arrives, "LD", "Flight Landed"),
    ...(sold.length > 0
      ? { MarketingCarrierList: { MarketingCarrier: sold.length === 1 ? sold[0] : sold } }
      : {}),
    OperatingCarrier: {
      AirlineID: flight.carrier,
      FlightNumber: String(flight.number).padStart(3, "0"),
    },
    Equipment: { AircraftCode: TYPES[seed % TYPES.length] },
    Status: cancelled
      ? { Code: "CD", Description: "Flight Cancelled" }
      : { Code: "LD", Description: "Flight Landed" },
  };
}
