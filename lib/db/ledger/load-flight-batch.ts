import type { RecordCounts } from "@/lib/model/run";
import type { FlightStream } from "@/lib/model/stream";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import { loadWindows } from "./load-windows";
import { type NotedPayload, notePayloads } from "./note-payloads";
import { type FlightWindowLoad, writeFlightWindows } from "./write-flight-windows";

/** A window that was answered elsewhere: in files, or earlier. `payloads` are answers of it that nobody noted yet. */
export type FlightBatchWindow = FlightWindowLoad & { payloads: readonly NotedPayload[] };

/**
 * Writes many windows of one run in one transaction, as its ledger does with one: import and normalizing again live by it.
 * Returns the counts of each. Throws `conflict`, with nothing written, when the lease is lost or a window was given up.
 */
export function loadFlightBatch(
  worker: { runId: string; stream: FlightStream; owner: string; store: PayloadStoreKind },
  windows: readonly FlightBatchWindow[],
): Promise<RecordCounts[]> {
  const { runId, stream, owner, store } = worker;
  const writeFlights = writeFlightWindows(stream);
  return loadWindows(
    {
      runId,
      stream,
      owner,
      write: async (connection, origin, open: readonly FlightBatchWindow[]) => {
        await notePayloads(connection, { store, now: origin.now }, open);
        return writeFlights(connection, origin, open);
      },
    },
    windows,
  );
}
