import { FLIGHT_PAGE_ROWS } from "@/lib/lufthansa/endpoints";
import type { FlightAnswerReading } from "@/lib/normalize/flights/read-flight-answer";

/** One page of a window, understood. */
export type FlightPage = FlightAnswerReading;

/** Asks for the page from `offset` (from 0); null when the source says that there is nothing. */
export type AskFlightPage = (offset: number) => Promise<FlightPage | null>;

export type FlightPages = {
  pages: readonly FlightPage[];
  /** How many rows the source says there are; null when it does not say (schedules) or said nothing. */
  expected: number | null;
  /** Whether what was read is all there is. */
  isWhole: boolean;
};

/** No window is this long: the whole of Frankfurt is 182 rows in four hours (API.md section 5.3). */
const MOST_PAGES = 40;

/**
 * Reads a window page by page: to its TotalCount, or, where there is none, to a page that is not full. Where the list moved
 * meanwhile (its length changed, or rows came a second time) a row may have slipped between two pages, so it is not whole.
 */
export async function readFlightPages(ask: AskFlightPage): Promise<FlightPages> {
  const walk: Walk = { pages: [], rows: 0, expected: null, hasMoved: false, seen: new Set() };
  while (walk.pages.length < MOST_PAGES) {
    const page = await ask(walk.rows);
    if (!page) return result(walk, isEnd(walk));
    if (!take(walk, page)) return result(walk, false);
    if (isLast(walk, page)) return result(walk, isEnd(walk));
  }
  return result(walk, false);
}

type Walk = {
  pages: FlightPage[];
  rows: number;
  expected: number | null;
  hasMoved: boolean;
  /** What earlier pages said, row by row or page by page, without where it came from. */
  seen: Set<string>;
};

/** Takes a page and answers whether it brought anything new. */
function take(walk: Walk, page: FlightPage): boolean {
  const { totalCount } = page;
  const isFirst = walk.pages.length === 0;
  if (!isFirst && totalCount !== walk.expected) walk.hasMoved = true;
  walk.expected = totalCount ?? walk.expected;
  walk.pages.push(page);
  walk.rows += page.pageRows;
  // A board has each flight once. Schedules repeat a flight for each number and period that it is sold under, and a leg for
  // each journey that it is part of: of them only a whole page can be the same again.
  const said = page.observed.map(toText);
  const told = totalCount === null ? [said.join("\n")] : said;
  const known = told.filter((text) => walk.seen.has(text)).length;
  if (totalCount !== null && known > 0) walk.hasMoved = true;
  for (const text of told) walk.seen.add(text);
  return isFirst || known < told.length || page.rejects.length > 0 || page.pageRows === 0;
}

const toText = (observed: FlightPage["observed"][number]): string => {
  const { payloadId: _, payloadHash: __, item: ___, observedAt: ____, ...said } = observed;
  return JSON.stringify(said);
};

function isLast({ rows, expected }: Walk, { pageRows }: FlightPage): boolean {
  if (pageRows === 0) return true;
  return expected === null ? pageRows < FLIGHT_PAGE_ROWS : rows >= expected;
}

const isEnd = ({ rows, expected, hasMoved }: Walk): boolean =>
  !hasMoved && (expected === null || rows >= expected);

const result = ({ pages, expected }: Walk, isWhole: boolean): FlightPages => ({
  pages,
  expected,
  isWhole,
});
