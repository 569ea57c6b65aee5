import { LIST_SCOPE, type ReferenceStream, type Scope } from "@/lib/model/stream";
import { DEFAULT_AIRPORTS } from "@/lib/model/tracked";

/** What a new database collects first: small lists, then the airports that people will look for, then the long lists. */
export const FIRST_ROUND: readonly { stream: ReferenceStream; scope: Scope }[] = [
  { stream: "countries", scope: LIST_SCOPE },
  { stream: "airlines", scope: LIST_SCOPE },
  { stream: "aircraft", scope: LIST_SCOPE },
  { stream: "airports", scope: { kind: "codes", codes: DEFAULT_AIRPORTS } },
  { stream: "cities", scope: LIST_SCOPE },
  { stream: "airports", scope: LIST_SCOPE },
];
