import { accessRequests } from "./access-requests";
import type { Example } from "./example";
import { flightRequests } from "./flight-requests";
import { referenceRequests } from "./reference-requests";
import { syncRequests } from "./sync-requests";

/** A request of each operation that needs to be told something, in an order in which all of them work. */
export const exampleRequests: readonly Example[] = [
  ...referenceRequests,
  ...flightRequests,
  ...syncRequests,
  ...accessRequests,
];
