import type { Connection } from "mariadb";
import { z } from "zod";
import type { AirlineRecord } from "@/lib/model/airline";
import type { AirportRecord } from "@/lib/model/airport";
import type { ObservedFlight } from "@/lib/model/flight";
import { openDataAirline } from "../airlines/open-data-airline";
import { openDataAirport } from "../airports/open-data-airport";
import { insertMissing } from "../insert-missing";
import { query } from "../query";
import { airlineEntity } from "../upsert/airlines";
import { airportEntity } from "../upsert/airports";
import type { Entity } from "../upsert/entity";

/**
 * Makes rows of the airports and airlines that these flights name and that have none: of open data where it knows them, else
 * with nothing but the code. Both yield to anything that Lufthansa says later.
 */
export async function addUnknownCodes(
  connection: Connection,
  { observed, now }: { observed: readonly ObservedFlight[]; now: Date },
): Promise<void> {
  const airports = new Set<string>();
  const airlines = new Set<string>();
  for (const { origin, destination, carrier, codeshares } of observed) {
    airports.add(origin).add(destination);
    airlines.add(carrier);
    for (const codeshare of codeshares) airlines.add(codeshare.carrier);
  }
  await addUnknown(connection, now, {
    entity: airportEntity,
    codes: airports,
    openData: openDataAirport,
    toStub: airportStub,
  });
  await addUnknown(connection, now, {
    entity: airlineEntity,
    codes: airlines,
    openData: openDataAirline,
    toStub: airlineStub,
  });
}

async function addUnknown<Rec>(
  connection: Connection,
  now: Date,
  kind: {
    entity: Entity<Rec>;
    codes: ReadonlySet<string>;
    openData: (code: string) => Rec | null;
    toStub: (code: string) => Rec;
  },
): Promise<void> {
  const { entity, codes, openData, toStub } = kind;
  const unknown = await findUnknown(connection, entity, codes);
  if (unknown.length === 0) return;
  const described = unknown.flatMap((code) => openData(code) ?? []);
  const bare = unknown.filter((code) => openData(code) === null).map(toStub);
  await insertMissing(connection, entity, { records: described, source: "open_data", now });
  await insertMissing(connection, entity, { records: bare, source: "stub", now });
}

/** Which of these codes have no row, in their order. */
async function findUnknown<Rec>(
  connection: Connection,
  { table, keyColumn }: Entity<Rec>,
  codes: ReadonlySet<string>,
): Promise<string[]> {
  if (codes.size === 0) return [];
  const rows = await query(
    z.object({ code: z.string() }),
    `SELECT ${keyColumn} AS code FROM ${table} WHERE ${keyColumn} IN (?)`,
    [[...codes]],
    connection,
  );
  const known = new Set(rows.map(({ code }) => code));
  return [...codes].filter((code) => !known.has(code)).sort();
}

const airportStub = (code: string): AirportRecord => ({
  code,
  name: null,
  cityCode: null,
  countryCode: null,
  locationType: null,
  latitude: null,
  longitude: null,
  utcOffsetMinutes: null,
  timeZone: null,
  timeZoneBasis: null,
});

const airlineStub = (code: string): AirlineRecord => ({
  code,
  icaoCode: null,
  name: null,
  countryCode: null,
});
