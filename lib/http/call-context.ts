import type { Caller } from "@/lib/auth/caller";
import type { Actor } from "@/lib/model/actor";
import type { Precondition } from "@/lib/model/precondition";
import { callerAddress } from "./caller-address";
import { readPrecondition } from "./etag";

/** What a handler may want to know of the request beside its input. */
export type CallContext = {
  /** Ends when the caller goes. */
  signal: AbortSignal;
  /** Which version a change was made for. */
  precondition: Precondition;
};

/** Throws `validation_failed` for an If-Match that names no row. */
export const callContext = (request: Request): CallContext => ({
  signal: request.signal,
  precondition: readPrecondition(request.headers),
});

/** Who changes something by this request. */
export const actorOf = (caller: Caller, request: Request, requestId: string): Actor => ({
  userId: caller.id,
  email: caller.email,
  keyId: caller.key?.id ?? null,
  requestId,
  address: callerAddress(request.headers),
});
