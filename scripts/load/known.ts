import { listAirports } from "@/lib/contract/airports";
import { callApi, callPage } from "@/lib/contract/call-api";
import { type Flight, listFlights } from "@/lib/contract/flights";
import { getStats } from "@/lib/contract/stats";

/** What readers may ask for by name: what there was when they began. */
export type Known = {
  airports: readonly string[];
  flights: readonly Pick<
    Flight,
    "id" | "flight_date" | "departure_airport" | "arrival_airport" | "flight_number"
  >[];
  days: { first: string; last: string } | null;
};

const SOME = 200;

/** Looks at what there is. Throws ApiError where nothing answers, or reading is not allowed. */
export async function findKnown(url: string, fetch: typeof globalThis.fetch): Promise<Known> {
  const at = { baseUrl: url, fetch };
  const airports = await callPage(listAirports, { query: { limit: SOME } }, at);
  const flights = await callPage(listFlights, { query: { limit: SOME, sort: "-id" } }, at);
  const stats = await callApi(getStats, {}, at);
  const { first_flight_date: first, last_flight_date: last } = stats;
  return {
    airports: airports.items.map(({ airport_code }) => airport_code),
    flights: flights.items,
    days: first && last ? { first, last } : null,
  };
}
