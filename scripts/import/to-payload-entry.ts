import type { StreamName } from "@/lib/model/stream";
import type { PayloadEntry } from "@/lib/raw/payload-store";
import { windowName } from "@/lib/sync/streams/flight-window";
import { type ArchivedAnswer, placeName } from "./archived-answer";

/** An archived answer as the raw store keeps it. Its headers say where it comes from, and that its time is assumed. */
export const toPayloadEntry = <Window extends { scope: string; key: string }>(
  archived: ArchivedAnswer<StreamName, Window>,
  { runId, body }: { runId: string; body: Uint8Array },
): PayloadEntry => ({
  id: archived.payloadId,
  stream: archived.stream,
  window: windowName(archived.window),
  runId,
  answer: {
    path: archived.path,
    query: archived.query,
    status: 200,
    headers: {
      "content-type": "application/json",
      "x-imported-from": placeName(archived.place),
      "x-received-at": "assumed",
    },
    body,
    receivedAt: archived.observedAt,
    durationMs: 0,
  },
});
