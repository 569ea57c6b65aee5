import airlines from "@/data/airlines.json";
import countries from "@/data/countries.json";
import type { RecordByStream } from "@/lib/db/upsert/entities";
import type { ReferenceStream } from "@/lib/model/stream";
import { openData } from "@/lib/normalize/open-data";
import type { ReferenceDefinition } from "@/lib/sync/streams/reference-definition";
import { referenceDefinitions, referenceStreams } from "@/lib/sync/streams/reference-streams";
import type { SyncStream } from "@/lib/sync/sync-stream";

const known = openData({ airlines, countries });

/** Every stream by its name, with the open data that completes what Lufthansa sends. */
export const streams: {
  readonly [Stream in ReferenceStream]: SyncStream<RecordByStream[Stream]>;
} = referenceStreams(known);

/** How the records of each are understood, for reading kept answers again. */
export const definitions: {
  readonly [Stream in ReferenceStream]: ReferenceDefinition<RecordByStream[Stream]>;
} = referenceDefinitions(known);
