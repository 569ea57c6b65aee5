import type { NewFlight } from "@/lib/contract/flight-edits";
import type { Flight } from "@/lib/contract/flights";
import { AppError, type InvalidParam } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { Actor } from "@/lib/model/actor";
import { parseFlightNumber } from "@/lib/model/flight-number";
import { readFlightEdit } from "@/lib/normalize/flights/read-flight-edit";
import { requireAirline } from "../airlines/require-airline";
import { findZone } from "../airports/find-zone";
import { requireAirports } from "../airports/require-airports";
import { databaseNow } from "../database-now";
import { transaction } from "../transaction";
import { checkFlightEdit } from "./check-flight-edit";
import { takeFlightSequence } from "./flight-sequence";
import { keepEdit } from "./keep-edit";
import { personSays } from "./person-says";
import { readFlights } from "./read-flights";

/**
 * Adds a flight that a person tells of. Throws `validation_failed` for what cannot be (an unknown airport or airline, an
 * arrival before the departure, a day that is another one there), and `conflict` where the number flies that route and day.
 */
export async function createFlight(wish: NewFlight, actor: Actor): Promise<Flight> {
  const { departure_airport: origin, arrival_airport: destination } = wish;
  const designator = readDesignator(wish);
  await requireAirports([
    { name: "body.departure_airport", code: origin },
    { name: "body.arrival_airport", code: destination },
  ]);
  await requireAirline({ name: "body.flight_number", code: designator.carrier });
  return transaction(async (connection) => {
    await takeFlightSequence(connection);
    const now = await databaseNow(connection);
    const { said, wrong } = readFlightEdit(wish, {
      departure: await findZone(origin, connection),
      arrival: await findZone(destination, connection),
    });
    const knownBy = said.scheduledDeparture?.local ?? "";
    const flightDate = knownBy.slice(0, 10);
    checkFlightEdit(said, [...wrong, ...(knownBy ? wrongDay(wish, flightDate) : [])]);
    const flight = { ...designator, origin, destination, flightDate };
    const group = await readFlights(connection, [flight]);
    const isTaken = ({ cells }: (typeof group)[number]) =>
      cells.number === designator.number && cells.suffix === designator.suffix;
    const taken = group.find(isTaken);
    if (taken) throw isThere(wish, flightDate, taken.id);
    const says = personSays(flight, { said, knownBy, now });
    const edit = { actor, action: "createFlight", now, before: null };
    return keepEdit(connection, edit, { observed: [says], find: isTaken });
  });
}

function readDesignator(wish: NewFlight) {
  const { flight_number, airline_code, departure_airport, arrival_airport } = wish;
  const parsed = parseFlightNumber(flight_number);
  const wrong: InvalidParam[] = [];
  if (!parsed || parsed.number === 0) {
    wrong.push({ name: "body.flight_number", reason: "must have a number above 0" });
  }
  if (parsed && airline_code && airline_code !== parsed.carrier) {
    const reason = `must be the carrier of flight_number, ${parsed.carrier}: the number is that of who operates the flight`;
    wrong.push({ name: "body.airline_code", reason });
  }
  if (departure_airport === arrival_airport) {
    const reason = "must be another airport than departure_airport";
    wrong.push({ name: "body.arrival_airport", reason });
  }
  if (!parsed || wrong.length > 0) throw invalidInput(wrong);
  const { carrier, suffix } = parsed;
  const numberText = flight_number.slice(carrier.length, flight_number.length - suffix.length);
  return { ...parsed, numberText };
}

function wrongDay({ flight_date, departure_airport }: NewFlight, day: string): InvalidParam[] {
  if (!flight_date || flight_date === day) return [];
  const reason = `contradicts departure_time, which is on ${day} at ${departure_airport}`;
  return [{ name: "body.flight_date", reason }];
}

const isThere = (wish: NewFlight, day: string, id: number): AppError =>
  new AppError(
    "conflict",
    `${wish.flight_number} from ${wish.departure_airport} to ${wish.arrival_airport} on ${day} is there already, as flight ${id}. Nothing was changed: PUT /api/flights/${id} changes it.`,
  );
