import type { CodeshareFilter, CodeshareQuery, SoldFlight } from "@/lib/contract/codeshares";
import type { Page } from "@/lib/contract/paging";
import { parseFlightNumber } from "@/lib/model/flight-number";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import type { PageWish } from "../paging/page-place";
import { COUNTED } from "./count-flights";
import { findFlightParts } from "./find-flight-parts";
import { flightConditions } from "./flight-conditions";
import { checkSpan, isShort, rangeRequired } from "./flight-span";
import { SOLD_COLUMNS, SoldRow, toSoldFlight } from "./sold-row";

type Term = OrderTerm<SoldRow>;

const carrier: Term = { sql: "p.carrier", kind: "text", of: (row) => row.carrier };
const number: Term = { sql: "p.number", kind: "number", of: (row) => row.number };
const flight: Term = { sql: "p.flight_id", kind: "number", of: (row) => row.id };
const suffix: Term = { sql: "p.suffix", kind: "text", of: (row) => row.suffix };

/** An index of codeshares gives this order. */
const BY_NUMBER = [carrier, number, flight, suffix];

/**
 * Numbers under which flights are sold. The total is counted to 10,000. Throws `validation_failed` for a wrong cursor or days
 * in the wrong order, and `range_required` for what would look at all flights.
 */
export async function findSoldFlights(wish: CodeshareQuery): Promise<Page<SoldFlight>> {
  const { skip, limit, cursor, sort: wanted, fields: _, ...filter } = wish;
  const { airline_code, flight_number, ...flights } = filter;
  checkSpan(flights);
  const onlySeller = airline_code !== undefined && Object.keys(flights).length === 0;
  const sort = wanted ?? (onlySeller ? "flight_number" : "departure_time");
  checkWidth(filter, sort);
  const page = { skip, limit, cursor };
  const where = soldConditions(filter);
  if (flight_number !== undefined || sort === "flight_number" || sort === "-flight_number") {
    return mapPage(await findByNumber({ sort, filter, where }, page), toSoldFlight);
  }
  const found = await findFlightParts(
    {
      list: "codeshares",
      sort,
      filter,
      table: "flight_codeshares",
      row: SoldRow,
      select: SOLD_COLUMNS,
      flights,
      where,
      within: [carrier, number, suffix],
    },
    page,
  );
  return mapPage(found, toSoldFlight);
}

type Sort = NonNullable<CodeshareQuery["sort"]>;

/** In the order of numbers; those of one number, which are few, in any order. */
function findByNumber(
  { sort, filter, where }: { sort: Sort; filter: CodeshareFilter; where: Fragment },
  wish: PageWish,
): Promise<Page<SoldRow>> {
  const { airline_code: _, flight_number: __, ...flights } = filter;
  const byDay: Term[] = [
    { sql: "f.flight_date", kind: "day", of: (row) => row.flight_date },
    flight,
    carrier,
    number,
    suffix,
  ];
  const terms = sort.endsWith("flight_number") ? BY_NUMBER : byDay;
  return findPage(
    {
      list: "codeshares",
      sort,
      filter,
      row: SoldRow,
      select: fragment(SOLD_COLUMNS),
      from: "flight_codeshares p JOIN flights f ON f.id = p.flight_id",
      where: allOf([where, flightConditions(flights)]),
      order: sort.startsWith("-") ? terms.map((term) => ({ ...term, descending: true })) : terms,
      countedTo: COUNTED,
    },
    wish,
  );
}

function soldConditions({ airline_code, flight_number }: CodeshareFilter): Fragment {
  const conditions: Fragment[] = [];
  if (airline_code) conditions.push(fragment("p.carrier = ?", airline_code));
  const sold = flight_number === undefined ? null : parseFlightNumber(flight_number);
  if (sold) {
    conditions.push(
      fragment(
        "p.carrier = ? AND p.number = ? AND p.suffix = ?",
        sold.carrier,
        sold.number,
        sold.suffix,
      ),
    );
  }
  return allOf(conditions);
}

/** A number finds few. Else flights are looked at one by one for who sells them, and sold ones for their flights. */
function checkWidth(filter: CodeshareFilter, sort: Sort): void {
  const { airline_code, flight_number, flight_date, from, to, ...rest } = filter;
  if (flight_number !== undefined || isShort(filter)) return;
  const [unindexed] = Object.keys(rest);
  if (unindexed !== undefined) throw rangeRequired(`query.${unindexed}`);
  const byNumber = sort.endsWith("flight_number");
  if (airline_code !== undefined && !byNumber) throw rangeRequired("query.airline_code");
  if (byNumber && (flight_date ?? from ?? to) !== undefined) throw rangeRequired("query.from");
}
