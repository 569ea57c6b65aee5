import { z } from "zod";
import type { SoldFlight } from "@/lib/contract/codeshares";
import { formatFlightNumber } from "@/lib/model/flight-number";

/** Of `flights f` and `flight_codeshares p`. */
export const SOLD_COLUMNS = `f.id, f.flight_date, f.departs_at, f.carrier AS by_carrier, f.number AS by_number,
  f.number_text AS by_number_text, f.suffix AS by_suffix, f.origin, f.destination, p.carrier, p.number, p.number_text, p.suffix`;

export const SoldRow = z.object({
  id: z.number(),
  flight_date: z.string(),
  departs_at: z.date(),
  by_carrier: z.string(),
  by_number: z.number(),
  by_number_text: z.string(),
  by_suffix: z.string(),
  origin: z.string(),
  destination: z.string(),
  carrier: z.string(),
  number: z.number(),
  number_text: z.string(),
  suffix: z.string(),
});
export type SoldRow = z.infer<typeof SoldRow>;

/** A number under which a flight is sold as the API shows it. */
export const toSoldFlight = (row: SoldRow): SoldFlight => ({
  flight_id: row.id,
  // A codeshare without a number is none.
  flight_number: formatFlightNumber({ ...row, numberText: row.number_text }) ?? row.carrier,
  airline_code: row.carrier,
  operating_flight_number: formatFlightNumber({
    carrier: row.by_carrier,
    number: row.by_number,
    numberText: row.by_number_text,
    suffix: row.by_suffix,
  }),
  operating_airline: row.by_carrier,
  departure_airport: row.origin,
  arrival_airport: row.destination,
  flight_date: row.flight_date,
});
