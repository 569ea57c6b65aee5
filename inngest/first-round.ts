import { LIST_SCOPE, type Scope, type StreamName } from "@/lib/model/stream";
import { DEFAULT_AIRPORTS } from "@/lib/model/tracked";
import { USUAL_DAYS } from "./flight-scopes";

/**
 * What a new database collects first: small lists, the airports that people will look for, then their flights, then the long
 * lists. No part names a date, so that a later start knows it again.
 */
export const FIRST_ROUND: readonly { stream: StreamName; scope: Scope }[] = [
  { stream: "countries", scope: LIST_SCOPE },
  { stream: "airlines", scope: LIST_SCOPE },
  { stream: "aircraft", scope: LIST_SCOPE },
  { stream: "airports", scope: { kind: "codes", codes: DEFAULT_AIRPORTS } },
  { stream: "schedules", scope: USUAL_DAYS },
  { stream: "flight-status", scope: USUAL_DAYS },
  { stream: "cities", scope: LIST_SCOPE },
  { stream: "airports", scope: LIST_SCOPE },
];
