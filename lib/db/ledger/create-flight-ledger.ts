import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import type { Ledger } from "@/lib/sync/ports";
import { type LedgerWorker, ledgerOf } from "./ledger-of";
import { writeFlightWindows } from "./write-flight-windows";

/** The ledger of one stream of flights, as one worker uses it. What a window gave is written together with its coverage. */
export const createFlightLedger = (worker: LedgerWorker<FlightStream>): Ledger<ObservedFlight> =>
  ledgerOf(worker, writeFlightWindows(worker.stream));
