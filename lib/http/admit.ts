import type { Caller } from "@/lib/auth/caller";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { AnswerHeaders } from "./answer-headers";
import type { AskedHeaders } from "./asking";
import { callerAddress } from "./caller-address";
import { checkAccess } from "./check-access";
import { checkSameOrigin } from "./check-same-origin";
import { countCall } from "./count-call";
import type { ServePorts } from "./serve-ports";

type Ports = Pick<ServePorts, "findCaller" | "limiter" | "publicReads">;
type Found = { caller: Caller | null; failure?: unknown };

/**
 * Lets a request in, or throws `rate_limited`, `unauthenticated`, `forbidden`, `database_unavailable`. Returns who asks,
 * null where nobody says so. Calls count by key, by person where one is signed in, else by address, and so do wrong keys;
 * what is left is told in `headers` (RateLimit-*).
 */
export async function admit(
  request: { headers: AskedHeaders },
  endpoint: Endpoint,
  ports: Ports,
  headers: AnswerHeaders,
): Promise<Caller | null> {
  const { caller, failure } = await find(request, endpoint, ports);
  await countCall(ports.limiter, keyOf(caller) ?? callerAddress(request.headers), headers);
  if (failure) throw failure;
  checkAccess(endpoint, caller, {
    publicReads: endpoint.access === "reader" && !caller && (await ports.publicReads()),
  });
  if (endpoint.method !== "GET" && !caller?.key) checkSameOrigin(request.headers);
  return caller;
}

/** A wrong key, or a database that cannot tell, is thrown later: it has to be counted first. */
async function find(
  request: { headers: AskedHeaders },
  { access, method }: Endpoint,
  { findCaller }: Ports,
): Promise<Found> {
  if (access === "anybody") return { caller: null };
  try {
    return { caller: await findCaller({ headers: request.headers, changes: method !== "GET" }) };
  } catch (failure) {
    return { caller: null, failure };
  }
}

const keyOf = (caller: Caller | null): string | null =>
  caller && (caller.key ? `key ${caller.key.id}` : `person ${caller.id}`);
