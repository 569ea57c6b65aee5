import { type FlightSyncStarted, startFlightSync } from "@/lib/contract/sync";
import { requireAirports } from "@/lib/db/airports/require-airports";
import type { AppError } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { Actor } from "@/lib/model/actor";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { servedDays } from "@/lib/sync/streams/served-days";
import { findFlightKnowledge } from "./flight-ports";
import { requestSyncs } from "./request-sync";

type Wish = { departure: string; arrival: string; date: string };

/** What one route on one day is asked of, and what people call it. */
const ASKED = { schedules: "schedules", "flight-status": "status" } as const;
const NOT_ASKED = {
  schedules: "schedules are not asked",
  "flight-status": "status is not asked",
} as const;
const STREAMS = ["schedules", "flight-status"] as const satisfies readonly FlightStream[];

/**
 * Asks for the schedules and the status of one route on one local day, again if they are known. Throws `validation_failed`
 * for an unknown airport, a route that leads nowhere, and a day for which the source answers neither.
 */
export async function requestFlightSync(
  { departure, arrival, date }: Wish,
  actor: Actor,
): Promise<{ started: FlightSyncStarted; note: string }> {
  if (departure === arrival) throw wrong("query.arrival", "must be another airport than departure");
  await requireAirports([
    { name: "query.departure", code: departure },
    { name: "query.arrival", code: arrival },
  ]);
  const scope: FlightScope = {
    kind: "flights",
    of: [`${departure}-${arrival}`],
    from: date,
    to: date,
    mode: "again",
  };
  const days = await findServedDays(departure, scope);
  const served = STREAMS.filter((stream) => days[stream].from <= date && date <= days[stream].to);
  if (served.length === 0) throw wrong("query.date", `is not served: ${describe(days)}`);

  const runs = await requestSyncs(
    served.map((stream) => ({
      stream,
      scope,
      trigger: "person",
      requestedBy: actor.email,
    })),
    { actor, action: startFlightSync.id },
  );
  const missed = STREAMS.filter((stream) => !served.includes(stream));
  const notAsked = missed.map(
    (stream) =>
      `Its ${NOT_ASKED[stream]}: the source serves ${days[stream].from} to ${days[stream].to}.`,
  );
  const [first] = runs;
  if (!first) throw new Error("Runs were asked for and not answered");
  const started = {
    ...first,
    message: [...runs.map(({ message }) => message), ...notAsked].join(" "),
    run_ids: runs.map(({ run_id }) => run_id),
  };
  return { started, note: notAsked.join(" ") };
}

type ServedDays = Record<(typeof STREAMS)[number], { from: string; to: string }>;

async function findServedDays(departure: string, scope: FlightScope): Promise<ServedDays> {
  const knowledge = await findFlightKnowledge({
    stream: "schedules",
    scope,
    window: null,
    now: new Date(),
  });
  return {
    schedules: servedDays("schedules", departure, knowledge),
    "flight-status": servedDays("flight-status", departure, knowledge),
  };
}

const describe = (days: ServedDays): string =>
  STREAMS.map((stream) => `${ASKED[stream]} from ${days[stream].from} to ${days[stream].to}`).join(
    ", ",
  );

const wrong = (name: string, reason: string): AppError => invalidInput([{ name, reason }]);
