import type { Caller } from "@/lib/auth/caller";
import type { Endpoint } from "@/lib/contract/endpoint";
import { AppError } from "@/lib/errors";
import { callerAddress } from "./caller-address";
import { checkAccess } from "./check-access";
import { checkSameOrigin } from "./check-same-origin";
import type { ServePorts } from "./serve-ports";

type Ports = Pick<ServePorts, "findCaller" | "limiter" | "publicReads">;

/**
 * Lets a request in, or throws `rate_limited`, `unauthenticated`, `forbidden`. Returns who asks, null where nobody says so.
 * Calls count by key, by person where one is signed in, else by address, and so do wrong keys; what is left is told in
 * `headers` (RateLimit-*).
 */
export async function admit(
  request: Request,
  endpoint: Endpoint,
  ports: Ports,
  headers: Headers,
): Promise<Caller | null> {
  const found = endpoint.access === "anybody" ? null : await find(ports, request);
  const caller = found instanceof AppError ? null : found;
  await count(caller, request, ports, headers);
  if (found instanceof AppError) throw found;
  checkAccess(endpoint, caller, {
    publicReads: endpoint.access === "reader" && !caller && (await ports.publicReads()),
  });
  if (endpoint.method !== "GET" && !caller?.key) checkSameOrigin(request.headers);
  return caller;
}

/** A wrong key is an error that is thrown later: it has to be counted first. */
const find = ({ findCaller }: Ports, request: Request): Promise<Caller | null | AppError> =>
  findCaller(request).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unauthenticated") return error;
    throw error;
  });

async function count(
  caller: Caller | null,
  request: Request,
  { limiter }: Ports,
  headers: Headers,
): Promise<void> {
  if (!limiter) return;
  const left = await limiter(keyOf(caller) ?? callerAddress(request.headers));
  headers.set("ratelimit-limit", String(left.limit));
  headers.set("ratelimit-remaining", String(left.remaining));
  headers.set("ratelimit-reset", String(left.resetSeconds));
  if (!left.allowed) throw tooMany(left.limit, left.resetSeconds);
}

const keyOf = (caller: Caller | null): string | null =>
  caller && (caller.key ? `key ${caller.key.id}` : `person ${caller.id}`);

const tooMany = (limit: number, retryAfterSeconds: number) =>
  new AppError(
    "rate_limited",
    `More than ${limit} calls in a minute. Go on in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );
