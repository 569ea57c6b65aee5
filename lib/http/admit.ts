import type { Caller } from "@/lib/auth/caller";
import type { Endpoint } from "@/lib/contract/endpoint";
import { AppError } from "@/lib/errors";
import { callerAddress } from "./caller-address";
import { checkAccess } from "./check-access";
import { checkSameOrigin } from "./check-same-origin";
import type { ServePorts } from "./serve-ports";

type Ports = Pick<ServePorts, "findCaller" | "limiter">;

/**
 * Lets a request in, or throws `rate_limited`, `unauthenticated`, `forbidden`. Returns who asks; nobody is looked up
 * for a public endpoint. Calls count by person where one is signed in, else by address; what is left is told in
 * `headers` (RateLimit-*).
 */
export async function admit(
  request: Request,
  endpoint: Endpoint,
  { findCaller, limiter }: Ports,
  headers: Headers,
): Promise<Caller | null> {
  const caller = endpoint.access === "public" ? null : await findCaller(request);
  if (limiter) {
    const left = await limiter(caller ? `person ${caller.id}` : callerAddress(request.headers));
    headers.set("ratelimit-limit", String(left.limit));
    headers.set("ratelimit-remaining", String(left.remaining));
    headers.set("ratelimit-reset", String(left.resetSeconds));
    if (!left.allowed) throw tooMany(left.limit, left.resetSeconds);
  }
  checkAccess(endpoint.access, caller);
  if (endpoint.method !== "GET") checkSameOrigin(request.headers);
  return caller;
}

const tooMany = (limit: number, retryAfterSeconds: number) =>
  new AppError(
    "rate_limited",
    `More than ${limit} calls in a minute. Go on in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );
