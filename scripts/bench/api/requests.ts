import { FIRST_DAY, HUBS } from "../make-answers";
import type { Asked } from "./drive";

const DAY_MS = 86_400_000;
const DAYS = 364;

/** `count` different lists of flights by airport and day, spread over the year. */
export function listRequests(count: number): Asked[] {
  return Array.from({ length: count }, (_, index) => {
    const airport = HUBS[index % HUBS.length];
    const day = Math.floor(index / HUBS.length) * Math.max(1, Math.floor((DAYS * 5) / count));
    const date = new Date(FIRST_DAY + (day % DAYS) * DAY_MS).toISOString().slice(0, 10);
    return { path: `/api/flights?departure_airport=${airport}&flight_date=${date}&limit=100` };
  });
}

const PAGES = 50;

/** Pages of all flights from `cursor` on, or from their beginning: of 51 to 100 rows, so that each is another question. */
export const pageRequests = (cursor: string | null): Asked[] =>
  Array.from({ length: PAGES }, (_, index) => ({
    path: `/api/flights?sort=id&limit=${PAGES + 1 + index}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
  }));
