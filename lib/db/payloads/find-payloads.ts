import { z } from "zod";
import type { Page } from "@/lib/contract/paging";
import { type PayloadQuery, PayloadRow, type PayloadSort } from "@/lib/contract/payloads";
import { AppError } from "@/lib/errors";
import { dayConditions } from "../day-condition";
import { findFlightPayloads } from "../flights/find-flight-payloads";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import type { WishOf } from "../paging/wish-of";

/** Days of runs of one stream that may be asked for at a time: their answers are sorted, since no index does it. */
const MOST_DAYS = 31;

const StoredPayload = PayloadRow.omit({ window: true }).extend({
  scope: z.string(),
  window_key: z.string(),
  noted_at: z.date(),
});
type Term = OrderTerm<z.infer<typeof StoredPayload>>;

const byId = (descending: boolean): readonly Term[] => [
  { sql: "p.payload_id", kind: "text", descending, of: ({ id }) => id },
];
const ORDERS = { id: byId(false), "-id": byId(true) } as const satisfies Record<
  PayloadSort,
  readonly Term[]
>;

/**
 * Answers as the ledger knows them: of one run, of one flight, or of the runs of a stream on some days. Throws `range_required`
 * where nothing of that is asked for, which would read the whole ledger.
 */
export async function findPayloads(wish: WishOf<PayloadQuery>): Promise<Page<PayloadRow>> {
  const { skip, limit, cursor, sort = "-id", fields: _, ...filter } = wish;
  checkNarrow(filter);
  const page = await findPage(
    {
      list: "payloads",
      sort,
      filter,
      row: StoredPayload,
      select: fragment(
        "p.payload_id AS id, w.stream, w.scope, w.window_key, w.run_id, p.status, p.hash, p.store, p.noted_at",
      ),
      from: `sync_runs r JOIN sync_windows w ON w.run_id = r.id
        JOIN window_payloads p ON p.window_id = w.id`,
      where: allOf(await conditions(filter)),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ scope, window_key, noted_at, ...same }) => ({
    ...same,
    window: `${scope} ${window_key}`,
    noted_at: noted_at.toISOString(),
  }));
}

type Filter = Partial<Pick<PayloadQuery, "run_id" | "flight_id" | "stream" | "from" | "to">>;

function checkNarrow({ run_id, flight_id, stream, from, to }: Filter): void {
  if (run_id || flight_id) return;
  if (!stream) throw tooWide("run_id, flight_id or stream", "is needed, to say which answers");
  const until = to ? Date.parse(to) : Date.now();
  const days = from ? 1 + (until - Date.parse(from)) / 86_400_000 : Number.POSITIVE_INFINITY;
  if (days <= MOST_DAYS) return;
  throw tooWide(
    "from",
    `must be given with stream, at most ${MOST_DAYS} days before to (or today)`,
  );
}

const tooWide = (name: string, reason: string): AppError =>
  new AppError("range_required", `${name} ${reason}.`, {
    invalidParams: [{ name: `query.${name.split(/[ ,]/)[0]}`, reason }],
  });

async function conditions({ run_id, flight_id, stream, ...days }: Filter): Promise<Fragment[]> {
  return [
    ...(run_id ? [fragment("r.id = ?", run_id)] : []),
    ...(stream ? [fragment("r.stream = ?", stream)] : []),
    ...(flight_id ? [await tellingOf(flight_id)] : []),
    ...dayConditions("r.created_at", days),
  ];
}

/** A flight that is not there is in no answer. */
async function tellingOf(flightId: number): Promise<Fragment> {
  const told = (await findFlightPayloads(flightId)) ?? [];
  const ids = [...new Set(told.flatMap(({ payload_id }) => payload_id ?? []))];
  return ids.length > 0 ? fragment("p.payload_id IN (?)", ids) : fragment("FALSE");
}
