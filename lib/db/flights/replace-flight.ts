import type { FlightEdit } from "@/lib/contract/flight-edits";
import type { Flight } from "@/lib/contract/flights";
import { AppError, type InvalidParam } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import { differing, saysSomething } from "@/lib/merge/differing";
import { mergeFlights } from "@/lib/merge/merge-flights";
import { NOTHING_SAID } from "@/lib/merge/nothing-said";
import type { Actor } from "@/lib/model/actor";
import type { FlightRecord, FlightSaid, ObservedFlight } from "@/lib/model/flight";
import type { Precondition } from "@/lib/model/precondition";
import { readFlightEdit } from "@/lib/normalize/flights/read-flight-edit";
import { findZone } from "../airports/find-zone";
import { databaseNow } from "../database-now";
import { transaction } from "../transaction";
import { checkFlightEdit } from "./check-flight-edit";
import { flightName, storedName } from "./compare-flight";
import { findFlight } from "./find-flight";
import { keepEdit } from "./keep-edit";
import { type LockedFlight, lockFlight } from "./lock-flight";
import { personSays } from "./person-says";
import { observationsOf } from "./read-group";

/**
 * Takes `edit` for all that a person says of a flight: what differs from what the answers add up to stays against all later ones,
 * everything else goes back to them. Throws `not_found`, `precondition_failed`, and `validation_failed` for what cannot be,
 * another identity among it.
 */
export function replaceFlight(
  id: number,
  edit: FlightEdit,
  { actor, precondition }: { actor: Actor; precondition: Precondition },
): Promise<Flight> {
  return transaction(async (connection) => {
    const locked = await lockFlight(connection, id, precondition);
    const now = await databaseNow(connection);
    const before = await findFlight(locked.stored.id, connection);
    if (!before) throw new AppError("not_found", `There is no flight ${id} here.`);
    checkIdentity(edit, before);
    const { origin, destination } = locked.stored;
    const reading = readFlightEdit(edit, {
      departure: await findZone(origin, connection),
      arrival: await findZone(destination, connection),
    });
    const { mine, answered } = split(locked);
    const effective = { ...(answered?.said ?? NOTHING_SAID), ...onlySaid(reading.said) };
    checkFlightEdit(effective, [...reading.wrong, ...wrongDeparture(effective, before)]);
    const said = answered ? differing(reading.said, answered.said) : reading.said;
    const kept = mine.find((each) => isSameSaid(each.said, said));
    const knownBy = mine[0]?.window ?? answered?.said.scheduledDeparture?.local ?? "";
    const says = saysSomething(said) ? [personSays(toKey(locked), { said, knownBy, now })] : [];
    return keepEdit(
      connection,
      { actor, action: "replaceFlight", now, before },
      {
        observed: kept ? [] : says,
        forgets: mine.filter((each) => each !== kept),
        find: (flight) => storedName(flight) === storedName(locked.stored),
      },
    );
  });
}

/** What a person said of the flight before, and what the answers alone add up to; null where there are none. */
function split({ stored, group }: LockedFlight): {
  mine: ObservedFlight[];
  answered: FlightRecord | null;
} {
  const own = observationsOf(group.observations, stored);
  const mine = own.filter(({ stream }) => stream === "manual");
  const observations = group.observations.filter((each) => !mine.includes(each));
  const records = mergeFlights({ observations, answers: group.answers });
  const name = storedName(stored);
  return { mine, answered: records.find((record) => flightName(record) === name) ?? null };
}

/** Number, carrier, route and day, as they are shown, must be said as they are or not at all. */
function checkIdentity(edit: FlightEdit, flight: Flight): void {
  const names = [
    "flight_number",
    "airline_code",
    "departure_airport",
    "arrival_airport",
    "flight_date",
  ] as const;
  const wrong = names.flatMap((name): InvalidParam[] => {
    const said = edit[name];
    if (said === null || said === undefined || said === flight[name]) return [];
    const reason = `is ${flight[name] ?? "not known"} and cannot be changed: it is what the flight is known by`;
    return [{ name: `body.${name}`, reason }];
  });
  if (wrong.length > 0) throw invalidInput(wrong);
}

function wrongDeparture({ scheduledDeparture }: FlightSaid, flight: Flight): InvalidParam[] {
  const name = "body.departure_time";
  if (!scheduledDeparture) {
    return [{ name, reason: "is missing: no answer tells of this flight" }];
  }
  const day = scheduledDeparture.local.slice(0, 10);
  if (day === flight.flight_date) return [];
  const reason = `is on ${day} at ${flight.departure_airport}; the day, ${flight.flight_date}, is what the flight is known by`;
  return [{ name, reason }];
}

const onlySaid = (said: FlightSaid): Partial<FlightSaid> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));

const isSameSaid = (one: FlightSaid, other: FlightSaid): boolean =>
  !saysSomething(differing(one, other)) && !saysSomething(differing(other, one));

/** What the flight is known by, with its number as it is shown. */
const toKey = ({ stored }: LockedFlight) => ({
  ...stored,
  number: Number(stored.cells.number),
  numberText: String(stored.cells.number_text),
  suffix: String(stored.cells.suffix),
});
