import type { CodesharesOfFlightQuery, SoldFlight } from "@/lib/contract/codeshares";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { hasFlight, leadsTo } from "./find-flight";
import { SOLD_COLUMNS, SoldRow, toSoldFlight } from "./sold-row";

/** The other numbers under which a flight is sold, in order. Null when there is no such flight. */
export async function findFlightSold(
  id: number,
  wish: CodesharesOfFlightQuery,
): Promise<Page<SoldFlight> | null> {
  const { skip, limit, cursor, sort, airline_code } = wish;
  const flightId = await leadsTo(id);
  const descending = sort === "-flight_number";
  const page = await findPage(
    {
      list: "codeshares-of-flight",
      sort,
      filter: { flightId, airline_code },
      row: SoldRow,
      select: fragment(SOLD_COLUMNS),
      from: "flight_codeshares p JOIN flights f ON f.id = p.flight_id",
      where: allOf([
        fragment("p.flight_id = ?", flightId),
        ...(airline_code ? [fragment("p.carrier = ?", airline_code)] : []),
      ]),
      order: [
        { sql: "p.carrier", kind: "text", descending, of: (row) => row.carrier },
        { sql: "p.number", kind: "number", descending, of: (row) => row.number },
        { sql: "p.suffix", kind: "text", descending, of: (row) => row.suffix },
      ],
    },
    { skip, limit, cursor },
  );
  if (page.total === 0 && !(await hasFlight(flightId))) return null;
  return mapPage(page, toSoldFlight);
}
